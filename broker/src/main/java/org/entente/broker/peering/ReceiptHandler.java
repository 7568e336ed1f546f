package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;

/**
 * What a partner answered to our order: once all partners accepted, everything starts; one refusal gives all back, unless
 * the customer wants the rest as well.
 */
@ApplicationScoped
public class ReceiptHandler implements AnswerHandler<OrderPlaced> {
    private final Orders orders;
    private final InstantSource clock;

    ReceiptHandler(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Class<OrderPlaced> sent() {
        return OrderPlaced.class;
    }

    @Override
    public void answered(VerifiedDocument<OrderPlaced> sent, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Receipt) {
            accepted(sent.body());
        } else if (answer.body() instanceof Refusal refusal) {
            refused(sent, refusal.code(), refusal.sentence());
        } else {
            refused(sent, "ANSWER_UNEXPECTED", "The partner answered with something other than a receipt");
        }
    }

    @Override
    public void rejected(VerifiedDocument<OrderPlaced> sent, String code, String sentence) {
        refused(sent, code, sentence);
    }

    private void accepted(OrderPlaced sent) {
        OrderEntity order = orders.lock(sent.order()).orElseThrow();
        Instant now = clock.instant();
        Set<InstanceId> accepted =
                sent.instances().stream().map(OrderedInstance::instance).collect(Collectors.toSet());
        order.instances().stream()
                .filter(instance -> accepted.contains(instance.instanceId()))
                .forEach(instance -> instance.accepted(now));
        order.startOnceAllAccepted(now);
        order.follow();
    }

    private void refused(VerifiedDocument<OrderPlaced> sent, String code, String sentence) {
        OrderEntity order = orders.lock(sent.body().order()).orElseThrow();
        Instant now = clock.instant();
        Set<InstanceId> refused =
                sent.body().instances().stream().map(OrderedInstance::instance).collect(Collectors.toSet());
        order.refusedInPart(
                order.instances().stream()
                        .filter(instance -> refused.contains(instance.instanceId()))
                        .toList(),
                sent.document().audience() + " refused: " + code + ": " + sentence,
                now);
        order.startOnceAllAccepted(now);
        order.follow();
    }
}

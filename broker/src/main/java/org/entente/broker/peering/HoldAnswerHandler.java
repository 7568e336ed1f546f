package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;

/**
 * What a partner answered when we asked it to hold its part: once all partners hold theirs, all are ordered; one refusal
 * releases what the others hold. A hold for an order that was given up meanwhile changes nothing: its release follows it.
 */
@ApplicationScoped
public class HoldAnswerHandler implements AnswerHandler<HoldRequest> {
    private final Orders orders;
    private final PeerHolds holds;
    private final InstantSource clock;

    HoldAnswerHandler(Orders orders, PeerHolds holds, InstantSource clock) {
        this.orders = orders;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public Class<HoldRequest> sent() {
        return HoldRequest.class;
    }

    @Override
    public void answered(VerifiedDocument<HoldRequest> sent, VerifiedDocument<?> answer) {
        HoldRequest request = sent.body();
        if (answer.body().equals(new Hold(request.order(), request.until()))) {
            held(request, answer.hash());
        } else if (answer.body() instanceof Refusal refusal) {
            rejected(sent, refusal.code(), refusal.sentence());
        } else {
            rejected(sent, "ANSWER_UNEXPECTED", "The partner answered with something other than the hold asked for");
        }
    }

    @Override
    public void rejected(VerifiedDocument<HoldRequest> sent, String code, String sentence) {
        OrderEntity order = orders.lock(sent.body().order()).orElseThrow();
        order.refusedInPart(
                parts(order, sent.body()),
                sent.document().audience() + " refused to hold its part: " + code + ": " + sentence,
                clock.instant());
        order.follow();
    }

    private void held(HoldRequest request, DocumentHash hold) {
        OrderEntity order = orders.lock(request.order()).orElseThrow();
        parts(order, request).stream()
                .filter(instance -> instance.state() == InstanceState.PLANNED)
                .forEach(instance -> instance.held(hold));
        holds.placeOnceAllHeld(order);
    }

    private static List<InstanceEntity> parts(OrderEntity order, HoldRequest request) {
        Set<InstanceId> asked =
                request.instances().stream().map(OrderedInstance::instance).collect(Collectors.toSet());
        return order.instances().stream()
                .filter(instance -> asked.contains(instance.instanceId()))
                .toList();
    }
}

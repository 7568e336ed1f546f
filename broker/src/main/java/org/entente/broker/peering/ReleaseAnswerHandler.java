package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;
import org.jboss.logging.Logger;

/**
 * What a partner answered when we gave instances back. A receipt needs nothing: notices tell the end. Where the partner
 * refuses, an instance that never ran is over, and one that ran keeps ending with the partner's reason for people to see.
 */
@ApplicationScoped
public class ReleaseAnswerHandler implements AnswerHandler<ReleaseRequest> {
    private static final Logger LOG = Logger.getLogger(ReleaseAnswerHandler.class);

    private final Orders orders;
    private final InstantSource clock;

    ReleaseAnswerHandler(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Class<ReleaseRequest> sent() {
        return ReleaseRequest.class;
    }

    @Override
    public void answered(VerifiedDocument<ReleaseRequest> sent, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Refusal refusal) {
            rejected(sent, refusal.code(), refusal.sentence());
        }
    }

    @Override
    public void rejected(VerifiedDocument<ReleaseRequest> sent, String code, String sentence) {
        OperatorId host = sent.document().audience();
        OrderEntity order = orders.lock(sent.body().order()).orElseThrow();
        LOG.warnf("release refused orderId=%s operatorId=%s errorCode=%s: %s", order.orderId(), host, code, sentence);
        order.instances().stream()
                .filter(instance -> sent.body().instances().contains(instance.instanceId()))
                .filter(instance -> instance.state() == InstanceState.ENDING)
                .forEach(instance -> refused(instance, host + " would not end it: " + code + ": " + sentence));
        order.follow();
    }

    private void refused(InstanceEntity instance, String why) {
        if (instance.startedAt().isEmpty()) {
            instance.ended(clock.instant());
        }
        instance.noted(Optional.of(why));
    }
}

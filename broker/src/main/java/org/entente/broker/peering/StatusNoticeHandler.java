package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.document.StatusNotice.InstanceStatus;
import org.entente.agreements.document.StatusNotice.State;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;

/**
 * A partner tells how our instances at its sites stand. Its notice is taken as a whole or not at all. It may be quicker than
 * the receipt of the order, which was lost on its way: then it says as well that the partner accepted.
 */
@ApplicationScoped
public class StatusNoticeHandler implements DocumentHandler<StatusNotice> {
    private final Orders orders;
    private final StatusCheck check;
    private final HostStatus hostStatus;
    private final InstantSource clock;

    StatusNoticeHandler(Orders orders, StatusCheck check, HostStatus hostStatus, InstantSource clock) {
        this.orders = orders;
        this.check = check;
        this.hostStatus = hostStatus;
        this.clock = clock;
    }

    @Override
    public Class<StatusNotice> accepts() {
        return StatusNotice.class;
    }

    @Override
    public Answer handle(VerifiedDocument<StatusNotice> received) {
        StatusNotice notice = received.body();
        OperatorId host = received.document().issuer();
        Optional<OrderEntity> order = orders.lock(notice.order());
        if (order.isEmpty()) {
            return Answer.refused("ORDER_UNKNOWN", "We have no order " + notice.order());
        }
        for (InstanceStatus told : notice.instances()) {
            Optional<Refusal> refusal = refusal(order.get(), told, host);
            if (refusal.isPresent()) {
                return new Answer.Replied(refusal.get());
            }
        }
        notice.instances()
                .forEach(told ->
                        hostStatus.follow(instance(order.get(), told, host).orElseThrow(), told));
        order.get().startOnceAllAccepted(clock.instant());
        order.get().follow();
        return Answer.acknowledged();
    }

    private Optional<Refusal> refusal(OrderEntity order, InstanceStatus told, OperatorId host) {
        return instance(order, told, host)
                .map(known -> neverOrdered(known, told).or(() -> check.of(known, told)))
                .orElseGet(() -> Optional.of(
                        new Refusal("INSTANCE_UNKNOWN", told.instance() + " of this order is not at " + host)));
    }

    /** What a host was only asked to hold cannot run there: it can end, once we gave it back. */
    private static Optional<Refusal> neverOrdered(InstanceEntity known, InstanceStatus told) {
        boolean endsUnused = known.state() != InstanceState.PLANNED
                && told.startedAt().isEmpty()
                && (told.state() == State.ENDED || told.state() == State.FAILED);
        return known.isOrdered() || endsUnused
                ? Optional.empty()
                : Optional.of(new Refusal("INSTANCE_NOT_ORDERED", told.instance() + " was not ordered from you"));
    }

    private static Optional<InstanceEntity> instance(OrderEntity order, InstanceStatus told, OperatorId host) {
        return order.instances().stream()
                .filter(one -> one.instanceId().equals(told.instance())
                        && one.isOnPeer()
                        && one.place().operator().equals(host))
                .findFirst();
    }
}

package org.entente.broker.peering;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.broker.order.Admission.NoRoom;
import org.entente.broker.order.Customer;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;

/** Whether a partner's order is exactly what we hold for it, and in time. Pure. */
final class TakeUpCheck {
    private TakeUpCheck() {}

    /** Why not, or nothing. */
    static Optional<NoRoom> refusal(VerifiedDocument<OrderPlaced> received, OrderEntity known, Instant now) {
        OrderPlaced order = received.body();
        if (known.hold().isEmpty() || !isCustomer(received, known)) {
            return refused("ORDER_EXISTS", "There is an order " + order.order() + " already");
        }
        Instant until = known.heldUntil().orElseThrow();
        return switch (known.state()) {
            case REFUSED ->
                now.isBefore(until)
                        ? refused("HOLD_RELEASED", order.order() + " is not held any more")
                        : expired(order, until);
            case HELD -> ofHeld(received, known, until, now);
            case REQUESTED, HOLDING, PLACING, STARTING, ACTIVE, DEGRADED, ENDING, ENDED ->
                refused("ORDER_EXISTS", "There is an order " + order.order() + " already");
        };
    }

    private static Optional<NoRoom> ofHeld(
            VerifiedDocument<OrderPlaced> received, OrderEntity known, Instant until, Instant now) {
        OrderPlaced order = received.body();
        if (!received.document().buildsOn().contains(known.hold().orElseThrow())) {
            return refused("HOLD_NOT_NAMED", order.order() + " is held, but the order does not build on the hold");
        }
        if (!now.isBefore(until)) {
            return expired(order, until);
        }
        if (!now.isBefore(order.deadline())) {
            return refused("ORDER_TOO_LATE", "The order's deadline was " + order.deadline());
        }
        boolean twice =
                Set.copyOf(order.instances()).size() != order.instances().size();
        return twice
                        || !known.customer().equals(customer(received))
                        || !Set.copyOf(order.instances()).equals(held(known))
                ? refused("HOLD_DIFFERS", "The order is not for what is held for " + order.order())
                : Optional.empty();
    }

    private static Set<OrderedInstance> held(OrderEntity known) {
        return known.instances().stream()
                .filter(instance -> !instance.state().isOver())
                .map(InstanceEntity::ordered)
                .collect(Collectors.toSet());
    }

    private static boolean isCustomer(VerifiedDocument<OrderPlaced> received, OrderEntity known) {
        return known.customer() instanceof Customer.PartnerOperator partner
                && partner.operator().equals(received.document().issuer());
    }

    private static Customer customer(VerifiedDocument<OrderPlaced> received) {
        OrderPlaced order = received.body();
        return new Customer.PartnerOperator(received.document().issuer(), order.agreement(), order.tenant());
    }

    private static Optional<NoRoom> expired(OrderPlaced order, Instant until) {
        return refused("HOLD_EXPIRED", order.order() + " was held until " + until);
    }

    private static Optional<NoRoom> refused(String code, String sentence) {
        return Optional.of(new NoRoom(code, sentence));
    }
}

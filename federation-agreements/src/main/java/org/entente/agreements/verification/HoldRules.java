package org.entente.agreements.verification;

import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.keys.VerifiedDocument;

/** A hold gives what was asked for, and an order that takes it up is for the same, of the same host, and in time. */
record HoldRules(PaperTrail trail, Checked file) {
    void check(VerifiedDocument<?> document, Hold hold) {
        Optional<HoldRequest> request = trail.base(document, HoldRequest.class);
        if (request.isEmpty()) {
            file.open("the request that it answers is not among the files");
        } else if (request.get().order().equals(hold.order())
                && request.get().until().equals(hold.until())) {
            file.proved("holds what was asked for " + hold.order() + " until " + hold.until());
        } else {
            file.broken(
                    "HOLD_NOT_AS_ASKED",
                    "holds for " + hold.order() + " until " + hold.until() + ", but was asked to hold for "
                            + request.get().order() + " until " + request.get().until());
        }
    }

    /** Nothing to say of an order that names no hold. */
    void check(VerifiedDocument<?> document, OrderPlaced order) {
        trail.baseDocument(document, Hold.class).ifPresent(hold -> {
            sameOrder(document, order, hold);
            inTime(document, hold.body());
            trail.base(hold, HoldRequest.class)
                    .ifPresentOrElse(
                            request -> sameInstances(order, request),
                            () -> file.open("the request of the hold that it takes up is not among the files"));
        });
    }

    private void sameOrder(VerifiedDocument<?> document, OrderPlaced order, VerifiedDocument<Hold> hold) {
        if (hold.body().order().equals(order.order())
                && hold.document().issuer().equals(document.document().audience())
                && hold.document().audience().equals(document.document().issuer())) {
            file.proved("takes up the hold that " + hold.document().issuer() + " gave for it");
        } else {
            file.broken(
                    "ORDER_HOLD_OF_ANOTHER",
                    "is order " + order.order() + " to " + document.document().audience()
                            + ", but takes up a hold that "
                            + hold.document().issuer() + " gave to "
                            + hold.document().audience() + " for " + hold.body().order());
        }
    }

    private void inTime(VerifiedDocument<?> document, Hold hold) {
        if (document.document().issuedAt().isBefore(hold.until())) {
            file.proved("was issued before the hold ended at " + hold.until());
        } else {
            file.broken(
                    "ORDER_HOLD_EXPIRED",
                    "was issued at " + document.document().issuedAt() + ", but the hold ended at " + hold.until());
        }
    }

    private void sameInstances(OrderPlaced order, HoldRequest request) {
        if (request.agreement().equals(order.agreement())
                && request.tenant().equals(order.tenant())
                && Set.copyOf(request.instances()).equals(Set.copyOf(order.instances()))) {
            file.proved("orders the " + order.instances().size() + " instances that were held, and no other");
        } else {
            file.broken("ORDER_HOLD_DIFFERS", "orders something else than was held for it");
        }
    }
}

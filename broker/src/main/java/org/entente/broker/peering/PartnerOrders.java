package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.Booking;
import org.entente.agreements.language.OperatorId;
import org.entente.broker.order.Completeness;
import org.entente.broker.order.Customer;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Ordering;
import org.entente.broker.order.PlannedInstance;

/** Stores what a partner ordered or asked us to hold, once it was checked. Runs in the caller's transaction. */
@ApplicationScoped
public class PartnerOrders {
    private final Ordering ordering;

    PartnerOrders(Ordering ordering) {
        this.ordering = ordering;
    }

    OrderEntity store(Booking booking, OperatorId partner, List<PlannedInstance> instances) {
        return ordering.requested(new Ordering.OrderRequest(
                booking.order(),
                booking.order().value(),
                new Customer.PartnerOperator(partner, booking.agreement(), booking.tenant()),
                Optional.empty(),
                Optional.empty(),
                Completeness.ALL,
                booking.deadline(),
                instances));
    }
}

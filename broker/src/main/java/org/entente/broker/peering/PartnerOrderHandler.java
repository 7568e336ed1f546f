package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OrderId;
import org.entente.broker.order.Admission.NoRoom;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;
import org.entente.broker.order.PlannedInstance;
import org.entente.broker.peering.BookingAgreement.Found;
import org.entente.broker.peering.PartnerOrderCheck.Checked;

/**
 * Takes a partner's order in, through the same ordering as our own tenants' orders, and answers with a receipt: what we held
 * for it, or what fits now.
 */
@ApplicationScoped
public class PartnerOrderHandler implements DocumentHandler<OrderPlaced> {
    private final BookingAgreement agreements;
    private final PartnerOrderCheck check;
    private final PartnerOrders partnerOrders;
    private final Orders orders;
    private final InstantSource clock;

    PartnerOrderHandler(
            BookingAgreement agreements,
            PartnerOrderCheck check,
            PartnerOrders partnerOrders,
            Orders orders,
            InstantSource clock) {
        this.agreements = agreements;
        this.check = check;
        this.partnerOrders = partnerOrders;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Class<OrderPlaced> accepts() {
        return OrderPlaced.class;
    }

    @Override
    public Answer handle(VerifiedDocument<OrderPlaced> received) {
        return switch (agreements.of(received)) {
            case Found.Refused(String code, String sentence) -> Answer.refused(code, sentence);
            case Found.Under(SignedAgreement agreement) -> answer(received, agreement);
        };
    }

    private Answer answer(VerifiedDocument<OrderPlaced> received, SignedAgreement agreement) {
        OrderId order = received.body().order();
        Optional<OrderId> other = orders.heldBy(received.document().buildsOn()).filter(held -> !held.equals(order));
        if (other.isPresent()) {
            return Answer.refused(
                    "HOLD_OF_ANOTHER_ORDER", order + " takes up the hold that was given for another order");
        }
        return orders.lock(order).map(known -> takenUp(received, known)).orElseGet(() -> fresh(received, agreement));
    }

    private Answer takenUp(VerifiedDocument<OrderPlaced> received, OrderEntity known) {
        Instant now = clock.instant();
        Optional<NoRoom> refusal = TakeUpCheck.refusal(received, known, now);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get().code(), refusal.get().sentence());
        }
        known.takenUp(received.body().deadline(), now);
        return new Answer.Replied(new Receipt(known.orderId(), now));
    }

    private Answer fresh(VerifiedDocument<OrderPlaced> received, SignedAgreement agreement) {
        return switch (check.of(received.body(), agreement)) {
            case Checked.Refused(String code, String sentence) -> Answer.refused(code, sentence);
            case Checked.Accepted(List<PlannedInstance> instances) -> {
                Instant now = clock.instant();
                OrderEntity order =
                        partnerOrders.store(received.body(), received.document().issuer(), instances);
                order.starting(now);
                yield new Answer.Replied(new Receipt(order.orderId(), now));
            }
        };
    }
}

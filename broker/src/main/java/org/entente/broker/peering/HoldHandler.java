package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;
import org.entente.broker.order.PlannedInstance;
import org.entente.broker.peering.BookingAgreement.Found;
import org.entente.broker.peering.PartnerOrderCheck.Checked;

/**
 * Holds capacity for a partner's order, where the order itself could be taken now. What is held counts like what runs, for
 * the sites and for the agreement's quota.
 */
@ApplicationScoped
public class HoldHandler implements DocumentHandler<HoldRequest> {
    private final BookingAgreement agreements;
    private final PartnerOrderCheck check;
    private final PartnerOrders partnerOrders;
    private final Orders orders;
    private final HoldConfig config;
    private final InstantSource clock;

    HoldHandler(
            BookingAgreement agreements,
            PartnerOrderCheck check,
            PartnerOrders partnerOrders,
            Orders orders,
            HoldConfig config,
            InstantSource clock) {
        this.agreements = agreements;
        this.check = check;
        this.partnerOrders = partnerOrders;
        this.orders = orders;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Class<HoldRequest> accepts() {
        return HoldRequest.class;
    }

    @Override
    public Answer handle(VerifiedDocument<HoldRequest> received) {
        return switch (agreements.of(received)) {
            case Found.Refused(String code, String sentence) -> Answer.refused(code, sentence);
            case Found.Under(SignedAgreement agreement) ->
                wrongTime(received.body()).orElseGet(() -> answer(received, agreement));
        };
    }

    @Override
    public void replied(VerifiedDocument<HoldRequest> received, DocumentBody reply, DocumentHash hash) {
        if (reply instanceof Hold hold) {
            orders.findByIdOptional(hold.order().value()).orElseThrow().heldBy(hash);
        }
    }

    private Optional<Answer> wrongTime(HoldRequest request) {
        Instant now = clock.instant();
        if (!now.isBefore(request.until())) {
            return Optional.of(Answer.refused("HOLD_TOO_LATE", "It should be held until " + request.until()));
        }
        return request.until().isAfter(now.plus(config.longest()))
                ? Optional.of(Answer.refused(
                        "HOLD_TOO_LONG",
                        "Nothing is held for longer than " + config.longest() + ", this would be until "
                                + request.until()))
                : Optional.empty();
    }

    private Answer answer(VerifiedDocument<HoldRequest> received, SignedAgreement agreement) {
        return switch (check.of(received.body(), agreement)) {
            case Checked.Refused(String code, String sentence) -> Answer.refused(code, sentence);
            case Checked.Accepted(List<PlannedInstance> instances) -> held(received, instances);
        };
    }

    /** The check has locked the agreement, so the holds that are open under it can be counted. */
    private Answer held(VerifiedDocument<HoldRequest> received, List<PlannedInstance> instances) {
        HoldRequest request = received.body();
        if (orders.held(request.agreement()) >= config.openMax()) {
            return Answer.refused(
                    "HOLDS_TOO_MANY", "At most " + config.openMax() + " orders are held at once under an agreement");
        }
        OrderEntity order = partnerOrders.store(request, received.document().issuer(), instances);
        order.held(request.until());
        return new Answer.Replied(new Hold(request.order(), request.until()));
    }
}

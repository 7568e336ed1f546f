package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.broker.order.Customer;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Ordering;
import org.entente.broker.order.PlannedInstance;
import org.entente.broker.peering.PartnerOrderCheck.Checked;

/** Takes a partner's order in, through the same ordering as our own tenants' orders, and answers with a receipt. */
@ApplicationScoped
public class PartnerOrderHandler implements DocumentHandler<OrderPlaced> {
    private final Agreements agreements;
    private final PartnerOrderCheck check;
    private final Ordering ordering;
    private final InstantSource clock;

    PartnerOrderHandler(Agreements agreements, PartnerOrderCheck check, Ordering ordering, InstantSource clock) {
        this.agreements = agreements;
        this.check = check;
        this.ordering = ordering;
        this.clock = clock;
    }

    @Override
    public Class<OrderPlaced> accepts() {
        return OrderPlaced.class;
    }

    @Override
    public Answer handle(VerifiedDocument<OrderPlaced> received) {
        OperatorId sender = received.document().issuer();
        AgreementHistory history = agreements.history(received.body().agreement());
        Optional<Standing> standing = history.standing(clock.instant());
        if (standing.isEmpty() || !history.versions().getLast().terms().home().equals(sender)) {
            return Answer.refused(
                    "AGREEMENT_UNKNOWN",
                    "There is no agreement " + received.body().agreement() + " with " + sender + " as home operator");
        }
        Optional<SignedAgreement> inForce = standing.get().forOrders();
        if (inForce.isEmpty()) {
            return Answer.refused("AGREEMENT_NOT_IN_FORCE", standing.get().sentence());
        }
        Optional<SignedAgreement> accepted = accepted(history, received);
        if (accepted.isEmpty()) {
            return Answer.refused(
                    "AGREEMENT_VERSION_OLD",
                    "The order does not build on version "
                            + inForce.get().terms().version() + " of the agreement");
        }
        return switch (check.of(received.body(), accepted.get())) {
            case Checked.Refused(String code, String sentence) -> Answer.refused(code, sentence);
            case Checked.Accepted(List<PlannedInstance> instances) -> accept(received.body(), sender, instances);
        };
    }

    /** The version whose prices the order accepts: the one in force now, or when it was sent. */
    private Optional<SignedAgreement> accepted(AgreementHistory history, VerifiedDocument<OrderPlaced> received) {
        return Stream.of(clock.instant(), received.document().issuedAt())
                .flatMap(instant -> history.versionAt(instant).stream())
                .filter(version -> received.document().buildsOn().contains(version.hash()))
                .findFirst();
    }

    private Answer accept(OrderPlaced order, OperatorId sender, List<PlannedInstance> instances) {
        Instant now = clock.instant();
        OrderEntity entity = ordering.requested(new Ordering.OrderRequest(
                order.order(),
                order.order().value(),
                new Customer.PartnerOperator(sender, order.agreement(), order.tenant()),
                Optional.empty(),
                Optional.empty(),
                order.deadline(),
                instances));
        entity.starting(now);
        return new Answer.Replied(new Receipt(order.order(), now));
    }
}

package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.document.Booking;
import org.entente.agreements.keys.VerifiedDocument;

/** Under which version of which agreement a partner orders, or asks us to hold, if it may do so now. */
@ApplicationScoped
public class BookingAgreement {
    private final Agreements agreements;
    private final InstantSource clock;

    BookingAgreement(Agreements agreements, InstantSource clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    /** What was found. */
    sealed interface Found {
        record Under(SignedAgreement agreement) implements Found {}

        record Refused(String code, String sentence) implements Found {}
    }

    Found of(VerifiedDocument<? extends Booking> received) {
        AgreementHistory history = agreements.history(received.body().agreement());
        Optional<Standing> standing = history.standing(clock.instant());
        if (standing.isEmpty()
                || !history.versions()
                        .getLast()
                        .terms()
                        .home()
                        .equals(received.document().issuer())) {
            return new Found.Refused(
                    "AGREEMENT_UNKNOWN",
                    "There is no agreement " + received.body().agreement() + " with "
                            + received.document().issuer() + " as home operator");
        }
        Optional<SignedAgreement> inForce = standing.get().forOrders();
        if (inForce.isEmpty()) {
            return new Found.Refused("AGREEMENT_NOT_IN_FORCE", standing.get().sentence());
        }
        return accepted(history, received)
                .<Found>map(Found.Under::new)
                .orElseGet(() -> new Found.Refused(
                        "AGREEMENT_VERSION_OLD",
                        "The order does not build on version "
                                + inForce.get().terms().version() + " of the agreement"));
    }

    /** The version whose prices it accepts: the one in force now, or when it was sent. */
    private Optional<SignedAgreement> accepted(AgreementHistory history, VerifiedDocument<? extends Booking> received) {
        return Stream.of(clock.instant(), received.document().issuedAt())
                .flatMap(instant -> history.versionAt(instant).stream())
                .filter(version -> received.document().buildsOn().contains(version.hash()))
                .findFirst();
    }
}

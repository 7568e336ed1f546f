package org.entente.agreements.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;

/** The agreement versions that both operators signed, and what they declared about them since. */
public interface Agreements {
    /** The signed version with the highest number, whether or not its validity has begun or ended. */
    Optional<SignedAgreement> find(AgreementId agreement);

    /** Every signed version, in the order of their numbers. Empty where nobody signed one. */
    default List<SignedAgreement> signedVersions(AgreementId agreement) {
        return find(agreement).stream().toList();
    }

    /** All versions and notices, which tell how the agreement stands at any instant. No notices unless they are known. */
    default AgreementHistory history(AgreementId agreement) {
        return new AgreementHistory(signedVersions(agreement), List.of());
    }

    /** The signed version under which orders may be placed at an instant; none while it is suspended. */
    default Optional<SignedAgreement> inForceAt(AgreementId agreement, Instant instant) {
        return history(agreement).standing(instant).flatMap(Standing::forOrders);
    }

    /** Every agreement that both signed, by its latest version, in the order of their ids. */
    List<SignedAgreement> all();
}

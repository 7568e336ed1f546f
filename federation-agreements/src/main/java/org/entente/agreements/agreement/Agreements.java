package org.entente.agreements.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;

/** The agreement versions that both operators signed. */
public interface Agreements {
    /** The signed version with the highest number, whether or not its validity has begun or ended. */
    Optional<SignedAgreement> find(AgreementId agreement);

    /** Every signed version, in the order of their numbers. Empty where nobody signed one. */
    default List<SignedAgreement> signedVersions(AgreementId agreement) {
        return find(agreement).stream().toList();
    }

    /** The signed version under which orders may be placed at an instant: the latest of those that are valid then. */
    default Optional<SignedAgreement> inForceAt(AgreementId agreement, Instant instant) {
        return signedVersions(agreement).stream()
                .filter(version -> version.isInForceAt(instant))
                .reduce((earlier, later) -> later);
    }

    /** Every agreement that both signed, by its latest version, in the order of their ids. */
    List<SignedAgreement> all();
}

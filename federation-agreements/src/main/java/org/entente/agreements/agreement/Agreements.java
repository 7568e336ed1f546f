package org.entente.agreements.agreement;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;

/** The agreement versions that both operators signed. */
public interface Agreements {
    /** The signed version with the highest number, whether or not its validity has begun or ended. */
    Optional<SignedAgreement> find(AgreementId agreement);

    /** Every agreement that both signed, by its latest version, in the order of their ids. */
    List<SignedAgreement> all();
}

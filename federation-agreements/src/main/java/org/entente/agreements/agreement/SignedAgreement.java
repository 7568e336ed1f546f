package org.entente.agreements.agreement;

import java.time.Instant;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.terms.AgreementTerms;

/** An agreement version that both operators signed, with the hash that later documents build on. */
public record SignedAgreement(AgreementTerms terms, DocumentHash hash) {
    public boolean isInForceAt(Instant instant) {
        return terms.validity().contains(instant);
    }
}

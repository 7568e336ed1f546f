package org.entente.billing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.AgreementId;

/** Signed agreements, as many as a test asks for, and one retail rate card with 20 % tax. */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownTerms implements Agreements, RetailPrices {
    private final Map<AgreementId, SignedAgreement> signed = new ConcurrentSkipListMap<>();
    private final Map<AgreementId, SignedAgreement> current = new ConcurrentSkipListMap<>();

    /** Signs {@link Samples#agreement}. Earlier ones stay known, but are no longer listed. */
    public SignedAgreement signOnly(String id) {
        SignedAgreement agreement = Samples.agreement(id);
        signed.put(agreement.terms().agreement(), agreement);
        current.clear();
        current.put(agreement.terms().agreement(), agreement);
        return agreement;
    }

    @Override
    public Optional<SignedAgreement> find(AgreementId agreement) {
        return Optional.ofNullable(signed.get(agreement));
    }

    @Override
    public List<SignedAgreement> all() {
        return List.copyOf(current.values());
    }

    @Override
    public RetailTerms current() {
        return new RetailTerms(Samples.RETAIL, Samples.PARIS, BigDecimal.valueOf(20), 14);
    }
}

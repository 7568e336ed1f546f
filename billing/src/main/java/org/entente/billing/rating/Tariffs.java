package org.entente.billing.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices.RetailTerms;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.metering.record.UsageRecord;

/**
 * Which contracts a usage record is charged under: its agreement, and retail where the tenant is our own. Looks each
 * agreement up once, so it serves one batch and is then thrown away.
 */
final class Tariffs {
    private final OperatorId self;
    private final Agreements agreements;
    private final RetailTerms retail;
    private final Map<AgreementId, Tariff> wholesale = new HashMap<>();

    Tariffs(OperatorId self, Agreements agreements, RetailTerms retail) {
        this.self = self;
        this.agreements = agreements;
        this.retail = retail;
    }

    List<Tariff> of(UsageRecord record) {
        List<Tariff> tariffs = new ArrayList<>();
        record.agreement()
                .map(agreement -> wholesale.computeIfAbsent(agreement, this::underAgreement))
                .ifPresent(tariffs::add);
        boolean sold = tariffs.stream().anyMatch(tariff -> tariff.contract().side() == Side.SOLD);
        if (!sold) {
            record.tenant()
                    .map(tenant -> new Tariff(new Contract.Retail(tenant), retail.rateCard(), retail.calendar()))
                    .ifPresent(tariffs::add);
        }
        return tariffs;
    }

    private Tariff underAgreement(AgreementId id) {
        SignedAgreement signed = agreements
                .find(id)
                .orElseThrow(() -> new IllegalStateException("Use was recorded under " + id + ", which nobody signed"));
        AgreementTerms terms = signed.terms();
        return new Tariff(contract(signed, terms), terms.rateCard(), terms.calendar());
    }

    private Contract contract(SignedAgreement signed, AgreementTerms terms) {
        if (self.equals(terms.host())) {
            return new Contract.Sold(terms.agreement(), signed.hash(), terms.home());
        }
        if (self.equals(terms.home())) {
            return new Contract.Bought(terms.agreement(), signed.hash(), terms.host());
        }
        throw new IllegalStateException("Use was recorded under " + terms.agreement() + ", to which we are no party");
    }
}

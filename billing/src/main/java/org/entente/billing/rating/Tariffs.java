package org.entente.billing.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices.RetailTerms;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.metering.record.UsageRecord;

/**
 * Which contracts a usage record is charged under: its agreement, by the versions in force when it was used, and retail
 * where the tenant is our own. Looks each agreement up once, so it serves one batch and is then thrown away.
 */
final class Tariffs {
    private final OperatorId self;
    private final Agreements agreements;
    private final RetailTerms retail;
    private final Function<UsageRecord, Optional<Instant>> firstCharged;
    private final Map<AgreementId, VersionsInForce> versions = new HashMap<>();
    private final Map<InstanceId, Instant> started = new HashMap<>();
    private final Map<RateCard, RateCard> markedUp = new HashMap<>();

    /** @param firstCharged from when on a record's instance was charged under the same agreement, if it was yet */
    Tariffs(
            OperatorId self,
            Agreements agreements,
            RetailTerms retail,
            Function<UsageRecord, Optional<Instant>> firstCharged) {
        this.self = self;
        this.agreements = agreements;
        this.retail = retail;
        this.firstCharged = firstCharged;
    }

    List<Tariff> of(UsageRecord record) {
        List<Tariff> wholesale =
                record.agreement().map(id -> underAgreement(id, record)).orElse(List.of());
        List<Tariff> tariffs = new ArrayList<>(wholesale);
        boolean sold = wholesale.stream().anyMatch(tariff -> tariff.contract().side() == Side.SOLD);
        if (!sold) {
            record.tenant().ifPresent(tenant -> tariffs.addAll(atRetail(tenant, wholesale)));
        }
        return tariffs;
    }

    private List<Tariff> underAgreement(AgreementId id, UsageRecord record) {
        VersionsInForce known = versions.computeIfAbsent(id, this::signed);
        if (known.isOnlyOne()) {
            return List.of(tariff(known.latest(), Optional.empty()));
        }
        Instant start = started.computeIfAbsent(
                record.instance(),
                instance -> firstCharged.apply(record).orElse(record.window().from()));
        return known.during(record.window(), start).stream()
                .map(part -> tariff(part.version(), Optional.of(part.window())))
                .toList();
    }

    private VersionsInForce signed(AgreementId id) {
        List<SignedAgreement> signed = agreements.signedVersions(id);
        if (signed.isEmpty()) {
            throw new IllegalStateException("Use was recorded under " + id + ", which nobody signed");
        }
        return new VersionsInForce(signed);
    }

    private Tariff tariff(SignedAgreement signed, Optional<Window> within) {
        AgreementTerms terms = signed.terms();
        return new Tariff(
                contract(signed, terms),
                terms.rateCard(),
                terms.calendar(),
                terms.calendar().zone(),
                within);
    }

    /** Our own prices, or the wholesale prices marked up, part by part as those change. */
    private List<Tariff> atRetail(TenantId tenant, List<Tariff> wholesale) {
        Contract contract = new Contract.Retail(tenant);
        if (wholesale.isEmpty() || !retail.marksUp(wholesale.getFirst().rateCard())) {
            return List.of(new Tariff(contract, retail.rateCard(), retail.calendar()));
        }
        return wholesale.stream()
                .map(bought -> new Tariff(
                        contract,
                        markedUp.computeIfAbsent(bought.rateCard(), retail::over),
                        retail.calendar(),
                        bought.clock(),
                        bought.within()))
                .toList();
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

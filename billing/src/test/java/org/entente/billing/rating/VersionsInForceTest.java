package org.entente.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices.RetailTerms;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.MarkUp;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.PriceChange;
import org.entente.agreements.terms.RunningWorkloads;
import org.entente.agreements.terms.WorkloadEnd;
import org.entente.billing.Samples;
import org.entente.metering.record.UsageRecord;
import org.junit.jupiter.api.Test;

/** Use is priced by the version in force when it was used. */
class VersionsInForceTest {
    private static final SignedAgreement FIRST = Samples.agreement("winter");
    private static final AgreementId ID = FIRST.terms().agreement();
    private static final Instant CHANGE = Instant.parse("2026-12-10T12:00:00Z");
    private static final Window DAY =
            new Window(Instant.parse("2026-12-09T23:00:00Z"), Instant.parse("2026-12-10T23:00:00Z"));
    private static final UsageRecord USE =
            Samples.hosted(ID, "vm-1", Technology.OPENSTACK, DAY, Samples.seconds(Meter.VCPU, "86400"));

    @Test
    void aRecordIsCutWhereTheNextVersionTakesEffect() {
        List<Charge> charges = rate(List.of(FIRST, second(PriceChange.CHANGE)), USE);

        // 13 h × 0.018 EUR until noon UTC, then 11 h × 0.036 EUR
        assertThat(charges).extracting(Charge::amount).containsExactly(euro("0.234"), euro("0.396"));
        assertThat(charges).extracting(Charge::part).containsExactly(0, 1);
        assertThat(charges)
                .extracting(charge -> ((Contract.Sold) charge.contract()).version())
                .containsExactly(FIRST.hash(), second(PriceChange.CHANGE).hash());
    }

    @Test
    void whatRanBeforeKeepsItsPriceWhereTheNewVersionSaysSo() {
        // 24 h × 0.018 EUR
        assertThat(sum(rate(List.of(FIRST, second(PriceChange.KEEP)), USE))).isEqualTo(euro("0.432"));
    }

    @Test
    void whatStartsAfterwardsHasTheNewPrice() {
        Window evening = new Window(CHANGE, DAY.to());
        UsageRecord later =
                Samples.hosted(ID, "vm-2", Technology.OPENSTACK, evening, Samples.seconds(Meter.VCPU, "39600"));

        // 11 h × 0.036 EUR
        assertThat(sum(rate(List.of(FIRST, second(PriceChange.KEEP)), later))).isEqualTo(euro("0.396"));
    }

    @Test
    void whatStillRunsAfterTheLastValidityIsPricedByTheLastVersion() {
        Window old = new Window(Instant.parse("2041-01-01T00:00:00Z"), Instant.parse("2041-01-01T01:00:00Z"));
        UsageRecord late = Samples.hosted(ID, "vm-3", Technology.OPENSTACK, old, Samples.seconds(Meter.VCPU, "3600"));

        assertThat(sum(rate(List.of(FIRST, second(PriceChange.CHANGE)), late))).isEqualTo(euro("0.036"));
    }

    @Test
    void aTenantPaysTheWholesalePriceInForceMarkedUp() {
        RetailTerms retail = new RetailTerms(
                Samples.RETAIL,
                Samples.PARIS,
                BigDecimal.ZERO,
                30,
                Optional.of(new MarkUp(BigDecimal.valueOf(50), Map.of())));
        UsageRecord bought = Samples.asHome(USE, Samples.ACME);
        Tariffs tariffs = new Tariffs(
                Samples.ALBA,
                new Versions(List.of(FIRST, second(PriceChange.CHANGE))),
                retail,
                record -> Optional.empty());

        List<Charge> charges = rating(tariffs).rate(List.of(bought));

        // (0.234 + 0.396) EUR, and half as much again from the tenant: 0.351 + 0.594
        assertThat(sum(charges, Side.BOUGHT)).isEqualTo(euro("0.63"));
        assertThat(sum(charges, Side.RETAIL)).isEqualTo(euro("0.945"));
    }

    private static List<Charge> rate(List<SignedAgreement> versions, UsageRecord record) {
        RetailTerms retail = new RetailTerms(Samples.RETAIL, Samples.PARIS, BigDecimal.ZERO, 30);
        return rating(new Tariffs(Samples.BOREAL, new Versions(versions), retail, any -> Optional.empty()))
                .rate(List.of(record));
    }

    private static Rating rating(Tariffs tariffs) {
        return new Rating(
                tariffs::of,
                (side, contract, period) -> false,
                running -> RunningTotal.none(running.line().meter()));
    }

    /** Twice the price from noon of the tenth on. */
    private static SignedAgreement second(PriceChange atNewPrices) {
        AgreementTerms first = FIRST.terms();
        PriceLine dearer = Samples.line("vm-vcpu", Meter.VCPU, Technology.OPENSTACK, "0.036");
        return new SignedAgreement(
                new AgreementTerms(
                        first.agreement(),
                        2,
                        first.host(),
                        first.home(),
                        new Window(CHANGE, first.validity().to()),
                        first.zones(),
                        new RateCard(Samples.EURO, List.of(dearer)),
                        first.quota(),
                        first.calendar(),
                        first.settlement(),
                        Optional.empty(),
                        Optional.of(
                                new RunningWorkloads(new WorkloadEnd.RunOn(), new WorkloadEnd.RunOn(), atNewPrices)),
                        Optional.empty(),
                        Optional.empty()),
                DocumentHash.of("second " + atNewPrices));
    }

    private static Money sum(List<Charge> charges) {
        return charges.stream().map(Charge::amount).reduce(Money.zero(Samples.EURO), Money::plus);
    }

    private static Money sum(List<Charge> charges, Side side) {
        return sum(charges.stream()
                .filter(charge -> charge.contract().side() == side)
                .toList());
    }

    private static Money euro(String amount) {
        return Samples.euro(amount);
    }

    private record Versions(List<SignedAgreement> signed) implements Agreements {
        @Override
        public Optional<SignedAgreement> find(AgreementId agreement) {
            return Optional.of(signed.getLast());
        }

        @Override
        public List<SignedAgreement> signedVersions(AgreementId agreement) {
            return signed;
        }

        @Override
        public List<SignedAgreement> all() {
            return List.of(signed.getLast());
        }
    }
}

package org.entente.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.billing.Samples.ACME;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.DECEMBER;
import static org.entente.billing.Samples.PARIS;
import static org.entente.billing.Samples.RETAIL;
import static org.entente.billing.Samples.euro;
import static org.entente.billing.Samples.seconds;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices.RetailTerms;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Used;
import org.entente.billing.Samples;
import org.entente.metering.record.UsageRecord;
import org.junit.jupiter.api.Test;

class RatingTest {
    private static final SignedAgreement AGREEMENT = Samples.agreement("winter");
    private static final AgreementId ID = AGREEMENT.terms().agreement();
    private static final Window FIRST_HOUR =
            new Window(Instant.parse("2026-11-30T23:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    private static final Quantity TWO_VCPU_HOURS = seconds(Meter.VCPU, "7200");

    @Test
    void hostSellsUseUnderTheAgreement() {
        UsageRecord use = Samples.hosted(ID, "vm-1", Technology.OPENSTACK, FIRST_HOUR, TWO_VCPU_HOURS);

        List<Charge> charges = rate(BOREAL, use);

        assertThat(charges).singleElement().satisfies(charge -> {
            assertThat(charge.contract()).isEqualTo(new Contract.Sold(ID, AGREEMENT.hash(), ALBA));
            assertThat(charge.line()).isEqualTo(Samples.VM_VCPU);
            assertThat(charge.period()).isEqualTo(DECEMBER);
            assertThat(charge.billedIn()).isEqualTo(DECEMBER);
            assertThat(charge.use()).isEqualTo(use);
            assertThat(charge.amount()).isEqualTo(euro("0.036"));
        });
    }

    @Test
    void homeBuysFromTheHostAndSellsToItsTenant() {
        UsageRecord use =
                Samples.asHome(Samples.hosted(ID, "vm-1", Technology.OPENSTACK, FIRST_HOUR, TWO_VCPU_HOURS), ACME);

        List<Charge> charges = rate(ALBA, use);

        assertThat(charges)
                .extracting(Charge::contract)
                .containsExactly(new Contract.Bought(ID, AGREEMENT.hash(), BOREAL), new Contract.Retail(ACME));
        assertThat(charges).extracting(Charge::amount).containsExactly(euro("0.036"), euro("0.06"));
    }

    @Test
    void ownSiteIsChargedToTheTenantOnly() {
        List<Charge> charges = rate(ALBA, Samples.own(ACME, "vm-2", FIRST_HOUR, TWO_VCPU_HOURS));

        assertThat(charges).extracting(Charge::contract).containsExactly(new Contract.Retail(ACME));
    }

    @Test
    void meterWithoutPriceLineCostsNothing() {
        UsageRecord use =
                Samples.hosted(ID, "pods-1", Technology.KUBERNETES, FIRST_HOUR, seconds(Meter.MEMORY, "3600"));

        assertThat(rate(BOREAL, use)).isEmpty();
    }

    @Test
    void periodFollowsTheCalendarOfTheAgreement() {
        Window lastHourOfNovember =
                new Window(Instant.parse("2026-11-30T22:00:00Z"), Instant.parse("2026-11-30T23:00:00Z"));
        UsageRecord use = Samples.hosted(ID, "vm-1", Technology.OPENSTACK, lastHourOfNovember, TWO_VCPU_HOURS);

        assertThat(rate(BOREAL, use)).extracting(Charge::period).containsExactly(DECEMBER.minusMonths(1));
    }

    @Test
    void lateUseOfSealedPeriodsIsBilledInTheNextOpenOne() {
        Seals sealedUntilJanuary = (side, contract, period) -> period.isBefore(DECEMBER.plusMonths(2));
        UsageRecord use = Samples.hosted(ID, "vm-1", Technology.OPENSTACK, FIRST_HOUR, TWO_VCPU_HOURS);

        List<Charge> charges = rating(BOREAL, sealedUntilJanuary).rate(List.of(use));

        assertThat(charges).singleElement().satisfies(charge -> {
            assertThat(charge.period()).isEqualTo(DECEMBER);
            assertThat(charge.billedIn()).isEqualTo(DECEMBER.plusMonths(2));
        });
    }

    @Test
    void runningTotalGoesOnFromWhatWasRatedBefore() {
        UsageRecord use = Samples.hosted(ID, "vm-1", Technology.OPENSTACK, FIRST_HOUR, TWO_VCPU_HOURS);
        Rating rating = new Rating(
                tariffs(BOREAL)::of,
                (side, contract, period) -> false,
                running -> RunningTotal.none(Meter.VCPU)
                        .plus(new Used(seconds(Meter.VCPU, "100"), Duration.ofSeconds(50))));

        assertThat(rating.rate(List.of(use)))
                .extracting(Charge::usedBefore)
                .containsExactly(seconds(Meter.VCPU, "100"));
    }

    @Test
    void useUnderAnUnknownAgreementStopsRating() {
        UsageRecord use =
                Samples.hosted(new AgreementId("nobodys"), "vm-1", Technology.OPENSTACK, FIRST_HOUR, TWO_VCPU_HOURS);

        assertThatThrownBy(() -> rate(BOREAL, use)).hasMessageContaining("nobodys, which nobody signed");
    }

    private static List<Charge> rate(OperatorId self, UsageRecord use) {
        return rating(self, (side, contract, period) -> false).rate(List.of(use));
    }

    private static Rating rating(OperatorId self, Seals seals) {
        return new Rating(
                tariffs(self)::of,
                seals,
                running -> RunningTotal.none(running.line().meter()));
    }

    private static Tariffs tariffs(OperatorId self) {
        return new Tariffs(
                self,
                new OneAgreement(),
                new RetailTerms(RETAIL, PARIS, BigDecimal.valueOf(20), 30),
                record -> Optional.empty());
    }

    private static final class OneAgreement implements Agreements {
        @Override
        public Optional<SignedAgreement> find(AgreementId agreement) {
            return Optional.of(AGREEMENT)
                    .filter(signed -> signed.terms().agreement().equals(agreement));
        }

        @Override
        public List<SignedAgreement> all() {
            return List.of(AGREEMENT);
        }
    }
}

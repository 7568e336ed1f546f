package org.entente.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.billing.Samples;
import org.entente.metering.record.UsageRecord;

class RatingPropertyTest {
    private static final AgreementId AGREEMENT = new AgreementId("winter");
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    @Property(tries = 300)
    void chargesSumToThePriceOfTheWholeInAnyOrder(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = 200_000_000_000L) Long> nanos,
            @ForAll @BigRange(min = "0", max = "9") @Scale(9) BigDecimal perHour,
            @ForAll Random order) {
        PriceLine line = Samples.line("any", Meter.VCPU, Technology.OPENSTACK, perHour.toPlainString());
        List<UsageRecord> records =
                new ArrayList<>(nanos.stream().map(RatingPropertyTest::record).toList());
        Quantity whole = records.stream()
                .map(UsageRecord::quantity)
                .reduce(Quantity::plus)
                .orElseThrow();

        List<Money> inOrder = amounts(line, records);
        Collections.shuffle(records, order);
        List<Money> shuffled = amounts(line, records);

        assertThat(sum(inOrder)).isEqualTo(Pricing.total(line, whole));
        assertThat(sum(shuffled)).isEqualTo(Pricing.total(line, whole));
    }

    @Property(tries = 200)
    void everyChargeBalancesInTheBooks(
            @ForAll @LongRange(min = 1, max = 200_000_000_000L) long nanos,
            @ForAll @BigRange(min = "0", max = "9") @Scale(9) BigDecimal perHour) {
        PriceLine line = Samples.line("any", Meter.VCPU, Technology.OPENSTACK, perHour.toPlainString());

        Charge charge = rating(line).rate(List.of(record(nanos))).getFirst();

        // The entry itself refuses to be made where it does not balance.
        assertThat(ChargePostings.of(charge).postings())
                .extracting(posting -> posting.amount().amount().abs())
                .containsOnly(charge.amount().amount());
    }

    private static List<Money> amounts(PriceLine line, List<UsageRecord> records) {
        return rating(line).rate(records).stream().map(Charge::amount).toList();
    }

    private static Rating rating(PriceLine line) {
        Contract sold = new Contract.Sold(AGREEMENT, Samples.agreement("winter").hash(), Samples.ALBA);
        Tariff tariff = new Tariff(sold, new RateCard(Samples.EURO, List.of(line)), Samples.PARIS);
        return new Rating(
                record -> List.of(tariff),
                (side, contract, period) -> false,
                running -> RunningTotal.none(running.line().meter()));
    }

    private static UsageRecord record(long nanos) {
        return Samples.hosted(
                AGREEMENT,
                "vm-1",
                Technology.OPENSTACK,
                new Window(START, START.plusSeconds(60)),
                new Quantity(Meter.VCPU, BigDecimal.valueOf(nanos, 9)));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(Samples.EURO), Money::plus);
    }
}

package org.entente.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.euro;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.CalendarWindow;
import org.entente.agreements.pricing.Commitment;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.Granularity;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PriceScheme;
import org.entente.agreements.pricing.PricedUse;
import org.entente.agreements.pricing.Quoting;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Tier;
import org.entente.agreements.pricing.Timing;
import org.entente.billing.Samples;
import org.entente.metering.record.UsageRecord;

/** What is rated is what was quoted, whatever the scheme and however use was cut. */
class QuotedSchemesPropertyTest {
    private static final AgreementId AGREEMENT = new AgreementId("winter");
    private static final Instant START = Instant.parse("2026-12-02T05:00:00Z");
    private static final BigDecimal AMOUNT = new BigDecimal("1.5");

    @Property(tries = 200)
    void theQuoteIsWhatIsRated(
            @ForAll("cards") RateCard card,
            @ForAll @IntRange(min = 10, max = 864_000) int seconds,
            @ForAll Random random) {
        Window whole = new Window(START, START.plusSeconds(seconds));
        List<UsageRecord> records = records("vm-1", whole, random);
        Collections.shuffle(records, random);

        assertThat(sum(rating(card).rate(records)))
                .isEqualTo(Quoting.price(
                        card,
                        new PricedUse(Meter.VCPU, Technology.OPENSTACK, Samples.BOREAL_NORD.site()),
                        AMOUNT,
                        whole,
                        Samples.PARIS.zone()));
    }

    @Property(tries = 100)
    void instancesCountedTogetherCostTheSameInAnyOrder(
            @ForAll("cards") RateCard card,
            @ForAll @IntRange(min = 10, max = 864_000) int seconds,
            @ForAll Random random) {
        RateCard together = new RateCard(
                card.currency(),
                card.lines().stream()
                        .map(line -> line.under(line.conditions().counted(Counting.TOGETHER)))
                        .toList());
        Window whole = new Window(START, START.plusSeconds(seconds));
        List<UsageRecord> records = records("vm-1", whole, random);
        records.addAll(records("vm-2", whole, random));
        Money inOrder = sum(rating(together).rate(records));
        Collections.shuffle(records, random);

        assertThat(sum(rating(together).rate(records))).isEqualTo(inOrder);
    }

    @Provide
    Arbitrary<RateCard> cards() {
        List<Tier> tiers =
                List.of(Tier.upTo("5", euro("0.03")), Tier.upTo("70", euro("0.02")), Tier.beyond(euro("0.01")));
        return Arbitraries.of(
                card(day()),
                card(day(), night()),
                card(day().by(new PriceScheme.Graduated(tiers)), night()),
                card(day().by(new PriceScheme.Volume(tiers))),
                card(day().by(new PriceScheme.Packages(BigDecimal.TEN, euro("0.25")))),
                card(day().under(Conditions.NONE.roundedTo(Granularity.HOUR).withStartFee(euro("0.7")))),
                card(day().under(Conditions.NONE.withMinimum(euro("0.5")).discounted("7.5"))),
                card(day().under(Conditions.NONE.withCommitment(new Commitment(BigDecimal.TEN, euro("0.1"))))));
    }

    private static PriceLine day() {
        return Samples.line("day", Meter.VCPU, Technology.OPENSTACK, "0.0137");
    }

    private static PriceLine night() {
        List<DayOfWeek> week = List.of(DayOfWeek.values());
        return Samples.line("night", Meter.VCPU, Technology.OPENSTACK, "0.004")
                .at(Timing.during(
                        new CalendarWindow(week, LocalTime.MIDNIGHT, LocalTime.of(6, 30)),
                        new CalendarWindow(week, LocalTime.of(22, 0), LocalTime.MIDNIGHT)));
    }

    private static RateCard card(PriceLine... lines) {
        return new RateCard(Samples.EURO, List.of(lines));
    }

    private static Rating rating(RateCard card) {
        Contract sold = new Contract.Sold(AGREEMENT, Samples.agreement("winter").hash(), Samples.ALBA);
        Tariff tariff = new Tariff(sold, card, Samples.PARIS);
        return new Rating(
                record -> List.of(tariff),
                (side, contract, period) -> false,
                running -> RunningTotal.none(running.line().meter()));
    }

    private static List<UsageRecord> records(String instance, Window whole, Random random) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(whole.to()));
        for (int cut = 0; cut < 5; cut++) {
            cuts.add(whole.from().plusSeconds(1 + random.nextLong(whole.length().toSeconds())));
        }
        List<UsageRecord> records = new ArrayList<>();
        Instant from = whole.from();
        for (Instant to : cuts) {
            Window part = new Window(from, to);
            records.add(Samples.hosted(
                    AGREEMENT, instance, Technology.OPENSTACK, part, Quantity.held(Meter.VCPU, AMOUNT, part)));
            from = to;
        }
        return records;
    }

    private static Money sum(List<Charge> charges) {
        return charges.stream().map(Charge::amount).reduce(Money.zero(Samples.EURO), Money::plus);
    }
}

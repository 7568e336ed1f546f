package org.entente.agreements.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.Samples;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.CalendarWindow;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PriceScheme;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.Tier;
import org.entente.agreements.pricing.Timing;
import org.entente.agreements.terms.AgreementTerms;
import org.junit.jupiter.api.Test;

/** Amounts computed by hand, as a third party would. */
class StatementPricesTest {
    private static final SiteId OSLO = new SiteId("oslo");
    private static final Window DAY =
            new Window(Instant.parse("2026-11-10T23:00:00Z"), Instant.parse("2026-11-11T23:00:00Z"));
    private static final Window MONTH =
            new Window(Instant.parse("2026-10-31T23:00:00Z"), Instant.parse("2026-11-30T23:00:00Z"));

    @Test
    void whatInstancesUseTogetherIsPricedTogetherHoweverItIsSharedOut() {
        PriceLine tiers = flat("vcpu", "0.10")
                .by(new PriceScheme.Graduated(List.of(Tier.upTo("24", euro("0.10")), Tier.beyond(euro("0.01")))))
                .under(Conditions.NONE.counted(Counting.TOGETHER));

        // Twice 24 hours: 24 h at 0.10 and 24 h at 0.01.
        assertThat(differences(tiers, line("a", "vcpu", "86400", "1.32"), line("b", "vcpu", "86400", "1.32")))
                .isEmpty();
        assertThat(differences(tiers, line("a", "vcpu", "86400", "2.40"), line("b", "vcpu", "86400", "0.24")))
                .isEmpty();
        assertThat(differences(tiers, line("a", "vcpu", "86400", "2.40"), line("b", "vcpu", "86400", "2.40")))
                .containsExactly("price line vcpu of all costs 2.64 EUR by the terms, not 4.8 EUR");
    }

    @Test
    void hoursOfTheNightAreChargedByTheirOwnLine() {
        List<DayOfWeek> week = List.of(DayOfWeek.values());
        PriceLine night = flat("night", "0.05")
                .at(Timing.during(new CalendarWindow(week, LocalTime.MIDNIGHT, LocalTime.of(6, 0))));
        AgreementTerms terms = terms(flat("day", "0.10"), night);
        Statement right = statement(line("a", "day", "64800", "1.80"), line("a", "night", "21600", "0.30"));
        Statement wrong = statement(line("a", "day", "86400", "2.40"));

        assertThat(StatementPrices.differences(terms, right, List.of(used("a"))))
                .isEmpty();
        assertThat(StatementPrices.differences(terms, wrong, List.of(used("a"))))
                .hasSize(2);
    }

    @Test
    void whatTheTermsDoNotPriceMustNotBeCharged() {
        assertThat(StatementPrices.differences(
                        terms(flat("vcpu", "0.10")),
                        statement(line("a", "vcpu", "86400", "2.40"), line("a", "extra", "1", "5")),
                        List.of(used("a"))))
                .containsExactly("price line extra of a costs nothing by the terms, not 5 EUR");
    }

    private static List<String> differences(PriceLine line, StatementLine... lines) {
        return StatementPrices.differences(terms(line), statement(lines), List.of(used("a"), used("b")));
    }

    private static ReportedUsage used(String instance) {
        return new ReportedUsage(
                new InstanceId(instance),
                OSLO,
                Technology.OPENSTACK,
                DAY,
                new Quantity(Meter.VCPU, new BigDecimal("86400")));
    }

    private static StatementLine line(String instance, String line, String seconds, String amount) {
        return new StatementLine(
                new InstanceId(instance), OSLO, line, new Quantity(Meter.VCPU, new BigDecimal(seconds)), euro(amount));
    }

    private static Statement statement(StatementLine... lines) {
        Money total = List.of(lines).stream()
                .map(StatementLine::amount)
                .reduce(Money.zero(euro("0").currency()), Money::plus);
        return new Statement(new AgreementId("alba-at-boreal"), YearMonth.of(2026, 11), MONTH, List.of(lines), total);
    }

    private static PriceLine flat(String id, String perHour) {
        return new PriceLine(id, Meter.VCPU, Optional.empty(), euro(perHour), PricingUnit.HOUR);
    }

    private static AgreementTerms terms(PriceLine... lines) {
        AgreementTerms sample = Samples.terms();
        return new AgreementTerms(
                sample.agreement(),
                1,
                sample.host(),
                sample.home(),
                sample.validity(),
                sample.zones(),
                new RateCard(sample.rateCard().currency(), new ArrayList<>(List.of(lines))),
                sample.quota(),
                sample.calendar(),
                sample.settlement());
    }

    private static Money euro(String amount) {
        return Money.of("EUR", amount);
    }
}

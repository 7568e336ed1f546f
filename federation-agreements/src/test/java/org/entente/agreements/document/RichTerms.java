package org.entente.agreements.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.CalendarWindow;
import org.entente.agreements.pricing.Commitment;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.Granularity;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PriceScheme;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.Selector;
import org.entente.agreements.pricing.Tier;
import org.entente.agreements.pricing.Timing;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.DataResidency;
import org.entente.agreements.terms.LateUsage;
import org.entente.agreements.terms.Law;
import org.entente.agreements.terms.Netting;
import org.entente.agreements.terms.PriceChange;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.RunningWorkloads;
import org.entente.agreements.terms.ServiceCredits;
import org.entente.agreements.terms.Settlement;
import org.entente.agreements.terms.TaxTreatment;
import org.entente.agreements.terms.TenantQuota;
import org.entente.agreements.terms.WorkloadEnd;

/** Terms in which everything is stated that may be absent. */
public final class RichTerms {
    private RichTerms() {}

    public static AgreementTerms terms() {
        AgreementTerms plain = Samples.terms();
        return new AgreementTerms(
                plain.agreement(),
                2,
                plain.host(),
                plain.home(),
                plain.validity(),
                plain.zones(),
                rateCard(),
                new Quota(
                        10,
                        new BigDecimal("20"),
                        new BigDecimal("40.5"),
                        Optional.of(BigDecimal.TWO),
                        Optional.of(new TenantQuota(3, BigDecimal.TEN, BigDecimal.TEN, Optional.of(BigDecimal.ONE))),
                        Optional.of(euro("5000"))),
                plain.calendar(),
                new Settlement(
                        euro("0"),
                        10,
                        30,
                        BigDecimal.ZERO,
                        RoundingMode.HALF_EVEN,
                        Optional.of(new TaxTreatment.Exempt("Outside the scope of the tax")),
                        Optional.of(new LateUsage(60)),
                        Optional.of(Netting.NET)),
                Optional.of(new DataResidency(List.of("SE", "NO"))),
                Optional.of(new RunningWorkloads(
                        new WorkloadEnd.StopAtOnce(), new WorkloadEnd.Grace(14), PriceChange.KEEP)),
                Optional.of(new ServiceCredits(List.of(
                        new ServiceCredits.Step(new BigDecimal("99.9"), new BigDecimal("10")),
                        new ServiceCredits.Step(new BigDecimal("99"), new BigDecimal("25"))))),
                Optional.of(new Law("the laws of Norway", "Oslo", "desk@boreal.example", "desk@alba.example")));
    }

    static RateCard rateCard() {
        List<Tier> tiers = List.of(Tier.upTo("100", euro("0.01")), Tier.beyond(euro("0.008")));
        PriceLine base = new PriceLine("base", Meter.VCPU, Optional.empty(), euro("0.012"), PricingUnit.HOUR);
        return new RateCard(
                Currency.getInstance("EUR"),
                List.of(
                        base,
                        line("night", Meter.VCPU)
                                .at(new Selector(
                                        Optional.of(Technology.OPENSTACK),
                                        List.of(new SiteId("oslo")),
                                        List.of("m1.small", "m1.tiny")))
                                .at(new Timing(
                                        Optional.of(Instant.parse("2026-11-10T00:00:00Z")),
                                        Optional.of(Instant.parse("2026-11-20T00:00:00Z")),
                                        List.of(new CalendarWindow(
                                                List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                                                LocalTime.of(22, 30),
                                                LocalTime.MIDNIGHT))))
                                .by(new PriceScheme.Graduated(tiers))
                                .under(new Conditions(
                                        Granularity.HOUR,
                                        Counting.TOGETHER,
                                        Optional.of(euro("0.05")),
                                        Optional.of(euro("1")),
                                        Optional.of(new Commitment(new BigDecimal("50"), euro("0.4"))),
                                        new BigDecimal("12.5"))),
                        line("memory", Meter.MEMORY).by(new PriceScheme.Volume(tiers)),
                        new PriceLine("sent", Meter.BYTES_OUT, Optional.empty(), euro("0"), PricingUnit.VOLUME)
                                .by(new PriceScheme.Packages(new BigDecimal("50"), euro("1.5")))));
    }

    private static PriceLine line(String id, Meter meter) {
        return new PriceLine(id, meter, Optional.empty(), euro("0"), PricingUnit.HOUR);
    }

    private static Money euro(String amount) {
        return Money.of("EUR", amount);
    }
}

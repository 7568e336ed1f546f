package org.entente.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.Settlement;
import org.entente.metering.record.UsageRecord;

/** Alba, whose customers ask, and Boreal, whose sites run it. */
public final class Samples {
    public static final OperatorId ALBA = new OperatorId("alba");
    public static final OperatorId BOREAL = new OperatorId("boreal");
    public static final TenantId ACME = new TenantId("acme");
    public static final Place BOREAL_NORD = new Place(BOREAL, new SiteId("nord"));
    public static final Place ALBA_LYON = new Place(ALBA, new SiteId("lyon"));
    public static final Currency EURO = Currency.getInstance("EUR");
    public static final BillingCalendar PARIS = new BillingCalendar(ZoneId.of("Europe/Paris"));
    public static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    public static final PriceLine VM_VCPU = line("vm-vcpu", Meter.VCPU, Technology.OPENSTACK, "0.018");
    public static final PriceLine VM_MEMORY = line("vm-memory", Meter.MEMORY, Technology.OPENSTACK, "0.0045");
    public static final PriceLine POD_VCPU = line("pod-vcpu", Meter.VCPU, Technology.KUBERNETES, "0.021");
    /** It has no price for the memory of container groups. */
    public static final RateCard RATE_CARD = new RateCard(EURO, List.of(VM_VCPU, VM_MEMORY, POD_VCPU));

    public static final PriceLine RETAIL_VCPU =
            new PriceLine("retail-vcpu", Meter.VCPU, Optional.empty(), euro("0.03"), PricingUnit.HOUR);
    public static final RateCard RETAIL = new RateCard(EURO, List.of(RETAIL_VCPU));

    private static final AtomicLong POSITION = new AtomicLong();

    private Samples() {}

    /** Boreal hosts, Alba is home; midnights are those of Paris, the tolerance is one cent, operators add no tax. */
    public static SignedAgreement agreement(String id) {
        AgreementTerms terms = new AgreementTerms(
                new AgreementId(id),
                1,
                BOREAL,
                ALBA,
                new Window(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z")),
                List.of(new SiteId("nord")),
                RATE_CARD,
                new Quota(100, BigDecimal.valueOf(400), BigDecimal.valueOf(1600)),
                PARIS,
                new Settlement(euro("0.01"), 14, 30, BigDecimal.ZERO, RoundingMode.HALF_UP));
        return new SignedAgreement(terms, DocumentHash.of("agreement " + id));
    }

    public static PriceLine line(String id, Meter meter, Technology technology, String perHour) {
        return new PriceLine(id, meter, Optional.of(technology), euro(perHour), PricingUnit.HOUR);
    }

    public static Money euro(String amount) {
        return Money.of("EUR", amount);
    }

    public static Quantity seconds(Meter meter, String amount) {
        return new Quantity(meter, new BigDecimal(amount));
    }

    /** Use of Boreal's site under an agreement, as the host records it. */
    public static UsageRecord hosted(
            AgreementId agreement, String instance, Technology technology, Window window, Quantity quantity) {
        return new UsageRecord(
                POSITION.incrementAndGet(),
                new InstanceId(instance),
                BOREAL_NORD,
                technology,
                Optional.empty(),
                Optional.of(agreement),
                window,
                quantity);
    }

    /** The same use as the home operator records it, for its tenant. */
    public static UsageRecord asHome(UsageRecord hosted, TenantId tenant) {
        return new UsageRecord(
                POSITION.incrementAndGet(),
                hosted.instance(),
                hosted.place(),
                hosted.technology(),
                Optional.of(tenant),
                hosted.agreement(),
                hosted.window(),
                hosted.quantity());
    }

    /** Use of Alba's own site by its tenant. */
    public static UsageRecord own(TenantId tenant, String instance, Window window, Quantity quantity) {
        return new UsageRecord(
                POSITION.incrementAndGet(),
                new InstanceId(instance),
                ALBA_LYON,
                Technology.OPENSTACK,
                Optional.of(tenant),
                Optional.empty(),
                window,
                quantity);
    }
}

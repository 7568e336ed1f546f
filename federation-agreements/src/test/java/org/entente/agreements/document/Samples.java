package org.entente.agreements.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.Settlement;

/** One document of every type, with and without the members that may be absent. */
public final class Samples {
    public static final OperatorId ALBA = new OperatorId("alba");
    public static final OperatorId BOREAL = new OperatorId("boreal");
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123Z");
    private static final AgreementId AGREEMENT = new AgreementId("alba-at-boreal");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final InstanceId INSTANCE = new InstanceId("instance-1");
    private static final SiteId OSLO = new SiteId("oslo");
    private static final Window NOVEMBER =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    private Samples() {}

    public static Document<DocumentBody> document(DocumentBody body) {
        return new Document<>(
                new DocumentId(UUID.fromString("6f1c2c80-6f5e-4c8b-9d4e-0a6b1f3d2e10")),
                BOREAL,
                ALBA,
                NOW,
                List.of(DocumentHash.of("earlier")),
                body);
    }

    public static AgreementTerms terms() {
        Currency euro = Currency.getInstance("EUR");
        RateCard rateCard = new RateCard(
                euro,
                List.of(
                        new PriceLine(
                                "vm-vcpu",
                                Meter.VCPU,
                                Optional.of(Technology.OPENSTACK),
                                Money.of("EUR", "0.012"),
                                PricingUnit.HOUR),
                        new PriceLine(
                                "memory", Meter.MEMORY, Optional.empty(), Money.of("EUR", "0.003"), PricingUnit.HOUR)));
        return new AgreementTerms(
                AGREEMENT,
                1,
                BOREAL,
                ALBA,
                NOVEMBER,
                List.of(OSLO),
                rateCard,
                new Quota(10, new BigDecimal("20"), new BigDecimal("40.5")),
                new BillingCalendar(ZoneId.of("Europe/Oslo")),
                new Settlement(Money.of("EUR", "0"), 10, 30, BigDecimal.ZERO, RoundingMode.HALF_EVEN));
    }

    static List<DocumentBody> bodies() {
        return List.of(
                new Acknowledgement(),
                new AgreementNotice.Resumption(AGREEMENT, 2, NOW, "The site is back"),
                new AgreementNotice.Suspension(AGREEMENT, 1, NOW, "The site is down"),
                new AgreementNotice.Termination(AGREEMENT, 3, NOW, "The sites close"),
                new AgreementRejection(AGREEMENT, 1, "Too dear"),
                new AgreementVersion(terms(), NOW),
                new AgreementVersion(RichTerms.terms(), NOW),
                new AgreementVersion(
                        terms(),
                        NOW,
                        Optional.of(DocumentHash.of("replaced")),
                        Optional.of(DocumentHash.of("countered")),
                        Optional.of(DocumentHash.of("followed"))),
                new AgreementWithdrawal(AGREEMENT, 1, "A price was wrong"),
                new FinalStatement(statement(), "boreal is VANISHED: Nothing was heard for a month"),
                new Hold(ORDER, NOW),
                new HoldRequest(ORDER, AGREEMENT, NOW, order().instances(), Optional.empty()),
                new HoldRequest(
                        ORDER, AGREEMENT, NOW, order().instances(), Optional.of(new TenantPseudonym("tenant-7"))),
                invoice(),
                keyChange(),
                new KeyRevocation("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", NOW, "The key store was copied"),
                offer(),
                order(),
                new PartnerNotice(PartnerNotice.Standing.SUSPENDED, "Two bills are unpaid"),
                new OrderPlaced(
                        ORDER, AGREEMENT, NOW, order().instances(), Optional.of(new TenantPseudonym("tenant-7"))),
                new Receipt(ORDER, NOW),
                new Refusal("QUOTA_VCPU", "The agreement allows 20 vCPU"),
                new ReleaseRequest(ORDER, List.of(INSTANCE)),
                statement(),
                status(),
                usageReport());
    }

    private static KeyChange keyChange() {
        return new KeyChange(
                new PublicJwk("OKP", "Ed25519", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", Optional.empty()),
                NOW,
                "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                NOW.plusSeconds(86_400));
    }

    private static Offer offer() {
        return new Offer(
                AGREEMENT,
                7,
                NOW,
                List.of(new Offer.OfferedSite(
                        OSLO,
                        "Oslo",
                        "NO",
                        Technology.OPENSTACK,
                        "2.93",
                        List.of(new Offer.OfferedFlavour(
                                "m1.tiny", BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE)),
                        List.of("cirros"),
                        NOW,
                        Optional.of(details()))));
    }

    private static OfferedDetails details() {
        OfferedDetails.OfferedAmounts amounts = new OfferedDetails.OfferedAmounts(
                Optional.of(new BigDecimal("64")),
                Optional.of(new BigDecimal("128")),
                Optional.empty(),
                Optional.of(2));
        return new OfferedDetails(
                Optional.of(new OfferedDetails.OfferedLocation(new BigDecimal("59.91"), new BigDecimal("-10.75"))),
                Optional.of(new BigDecimal("28.5")),
                Optional.of(new OfferedDetails.OfferedCapacity(false, amounts, amounts)),
                Optional.of(amounts),
                Optional.of(true),
                Optional.of(List.of("x86_64")),
                Optional.of(List.of(new OfferedDetails.OfferedGpu("NVIDIA", "A2", 2))),
                Optional.of(List.of("qcow2", "raw")),
                Optional.of(List.of(new OfferedDetails.OfferedImage(
                        "cirros", Optional.of("0".repeat(64)), Optional.of("qcow2"), Optional.of(BigDecimal.ONE)))),
                Optional.of(List.of()),
                Optional.of(false));
    }

    private static OrderPlaced order() {
        return new OrderPlaced(
                ORDER,
                AGREEMENT,
                NOW,
                List.of(
                        new OrderPlaced.OrderedInstance(
                                INSTANCE, "web", OSLO, new OrderedWorkload.VirtualMachine("cirros", "m1.tiny")),
                        new OrderPlaced.OrderedInstance(
                                new InstanceId("instance-2"),
                                "api",
                                OSLO,
                                new OrderedWorkload.ContainerGroup(
                                        "nginx:1.27", 2, new BigDecimal("0.25"), new BigDecimal("0.5")))));
    }

    private static StatusNotice status() {
        return new StatusNotice(
                ORDER,
                List.of(
                        new StatusNotice.InstanceStatus(
                                INSTANCE,
                                StatusNotice.State.ACTIVE,
                                Optional.of(NOW),
                                Optional.empty(),
                                Optional.of("10.0.0.1"),
                                Optional.empty()),
                        new StatusNotice.InstanceStatus(
                                new InstanceId("instance-2"),
                                StatusNotice.State.STARTING,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static UsageReport usageReport() {
        return new UsageReport(
                AGREEMENT,
                1,
                List.of(new UsageReport.ReportedUsage(
                        INSTANCE,
                        OSLO,
                        Technology.OPENSTACK,
                        NOVEMBER,
                        new Quantity(Meter.VCPU, new BigDecimal("2592000")))));
    }

    private static Statement statement() {
        return new Statement(
                AGREEMENT,
                YearMonth.of(2026, 11),
                NOVEMBER,
                List.of(new Statement.StatementLine(
                        INSTANCE,
                        OSLO,
                        "vm-vcpu",
                        new Quantity(Meter.VCPU, new BigDecimal("2592000")),
                        Money.of("EUR", "8.64"))),
                Money.of("EUR", "8.64"));
    }

    private static Invoice invoice() {
        return new Invoice(
                "BOREAL-2026-000001",
                AGREEMENT,
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 31),
                List.of(new Invoice.InvoiceLine(1, "instance-1 at oslo: vCPU", Money.of("EUR", "8.64"))),
                Money.of("EUR", "8.64"),
                BigDecimal.ZERO,
                Money.of("EUR", "0"),
                Money.of("EUR", "8.64"));
    }
}

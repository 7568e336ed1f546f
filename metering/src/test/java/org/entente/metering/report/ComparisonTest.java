package org.entente.metering.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;
import org.entente.metering.record.MeasuredUsage;
import org.entente.metering.record.UsageKey;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final InstanceId VM = new InstanceId("vm-1");
    private static final SiteId NORD = new SiteId("nord");
    private static final Window HOUR =
            new Window(Instant.parse("2026-11-10T09:00:00Z"), Instant.parse("2026-11-10T10:00:00Z"));
    private static final Window TWO_HOURS = new Window(HOUR.from(), HOUR.to().plusSeconds(3600));

    @Test
    void equalQuantitiesAgree() {
        assertThat(difference(stated(HOUR, "7200"), ours(HOUR, "7200.000"))).isEmpty();
    }

    @Test
    void anotherQuantityDiffersByTheSmallestPart() {
        assertThat(difference(stated(HOUR, "7200.000000001"), ours(HOUR, "7200")))
                .contains(new Rejection(
                        Rejection.Code.USAGE_DIFFERS,
                        "VCPU of instance vm-1: the report states 7200.000000001 from 2026-11-10T09:00:00Z to "
                                + "2026-11-10T10:00:00Z, we metered 7200 from 2026-11-10T09:00:00Z to "
                                + "2026-11-10T10:00:00Z"));
    }

    @Test
    void anotherEndDiffers() {
        assertThat(difference(stated(TWO_HOURS, "7200"), ours(HOUR, "7200")))
                .hasValueSatisfying(
                        rejection -> assertThat(rejection.sentence()).contains(TWO_HOURS.to() + ", we metered 7200"));
    }

    @Test
    void useThatWeDidNotMeterDiffers() {
        assertThat(Comparison.firstDifference(List.of(stated(HOUR, "7200")), Map.of()))
                .hasValueSatisfying(rejection -> assertThat(rejection.sentence())
                        .startsWith("VCPU of instance vm-1: the report states 7200")
                        .endsWith("we metered nothing from then on"));
    }

    @Test
    void useStatedTwiceInOneReportIsRefused() {
        assertThat(Comparison.firstRepeated(List.of(stated(HOUR, "1"), stated(TWO_HOURS, "2")), key -> false))
                .map(Rejection::code)
                .contains(Rejection.Code.USAGE_REPORTED_TWICE);
    }

    @Test
    void useOfAnEarlierReportIsRefused() {
        UsageKey earlier = new UsageKey(VM, Meter.VCPU, HOUR.from());

        assertThat(Comparison.firstRepeated(List.of(stated(HOUR, "1")), earlier::equals))
                .map(Rejection::code)
                .contains(Rejection.Code.USAGE_REPORTED_TWICE);
        assertThat(Comparison.firstRepeated(List.of(stated(HOUR, "1")), key -> false))
                .isEmpty();
    }

    private static Optional<Rejection> difference(ReportedUsage stated, MeasuredUsage ours) {
        return Comparison.firstDifference(List.of(stated), Map.of(ours.key(), ours));
    }

    private static ReportedUsage stated(Window window, String quantity) {
        return new ReportedUsage(VM, NORD, Technology.OPENSTACK, window, vcpu(quantity));
    }

    private static MeasuredUsage ours(Window window, String quantity) {
        return new MeasuredUsage(
                VM,
                new Place(new OperatorId("boreal"), NORD),
                Technology.OPENSTACK,
                Optional.of(new TenantId("acme")),
                Optional.of(new AgreementId("boreal-alba")),
                window,
                vcpu(quantity));
    }

    private static Quantity vcpu(String quantity) {
        return new Quantity(Meter.VCPU, new BigDecimal(quantity));
    }
}

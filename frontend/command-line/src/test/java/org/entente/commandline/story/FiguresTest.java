package org.entente.commandline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.commandline.operator.FinanceClient.InvoiceLineView;
import org.entente.commandline.operator.FinanceClient.InvoiceView;
import org.entente.commandline.operator.OrdersClient.InstanceView;
import org.entente.commandline.story.StoryReport.InstanceReport;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

    /** 2 vCPU and 4 GiB for 2,000 seconds. */
    private final InvoiceView wholesale = invoice(
            "boreal",
            line("i1", "VCPU", "4000", "0.0185", "HOUR", "0.02055555555556"),
            line("i1", "MEMORY", "8000", "0.00415", "HOUR", "0.00922222222222"));

    private final InvoiceView retail = invoice(
            "alba",
            line("i1", "VCPU", "4000", "0.03", "HOUR", "0.03333333333333"),
            line("i2", "VCPU", "2000", "0.0005", "MINUTE", "0.01666666666667"));

    private final Figures figures = new Figures(wholesale, retail);

    @Test
    void instanceOnTheHostsSiteShowsWhatTheHostCharges() {
        InstanceReport report = figures.report(instance("i1", "boreal"));

        assertThat(report.seconds()).isEqualTo(2000);
        assertThat(report.price()).isEqualTo("0.0536");
        assertThat(report.amount()).isEqualTo("0.02977777777778");
        assertThat(report.tenantAmount()).isEqualTo("0.03333333333333");
    }

    @Test
    void instanceOnTheHomesOwnSiteShowsTheRetailPricePerHour() {
        InstanceReport report = figures.report(instance("i2", "alba"));

        assertThat(report.price()).isEqualTo("0.03");
        assertThat(report.amount()).isEqualTo("0.01666666666667").isEqualTo(report.tenantAmount());
    }

    @Test
    void instanceThatNobodyBilledIsNamed() {
        assertThatThrownBy(() -> figures.report(instance("i3", "boreal")))
                .hasMessage("Invoice n1 of boreal has no line for instance i3 at somewhere");
    }

    private static InvoiceLineView line(
            String instance, String meter, String quantity, String price, String per, String exact) {
        return new InvoiceLineView(
                instance, meter, meter, new BigDecimal(quantity), new BigDecimal(price), per, new BigDecimal(exact));
    }

    private static InvoiceView invoice(String issuer, InvoiceLineView... lines) {
        return new InvoiceView(
                "n1",
                issuer,
                "buyer",
                Optional.empty(),
                "2027-01",
                "SENT",
                Optional.empty(),
                "EUR",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                List.of(lines));
    }

    private static InstanceView instance(String id, String operator) {
        return new InstanceView(
                id,
                "web",
                operator,
                "somewhere",
                "openstack",
                "ended",
                Optional.empty(),
                Optional.empty(),
                Optional.of(START),
                Optional.of(START.plusSeconds(2000)),
                BigDecimal.ZERO);
    }
}

package org.entente.billing.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;
import org.entente.billing.invoice.KnownInvoices;
import org.entente.billing.invoice.StoredInvoice;
import org.junit.jupiter.api.Test;

class FocusRowsTest {
    static final FocusNames NAMES = new FocusNames() {
        @Override
        public String of(OperatorId operator) {
            return "Operator " + operator;
        }

        @Override
        public String of(TenantId tenant) {
            return "Tenant " + tenant;
        }
    };

    @Test
    void everyRowKeepsEveryRule() {
        for (StoredInvoice invoice :
                List.of(KnownInvoices.toPartner("0"), KnownInvoices.toPartner("24"), KnownInvoices.toTenant("20"))) {
            assertThat(FocusCheck.of(rows(invoice))).isEmpty();
        }
    }

    @Test
    void billedCostIsWhatIsToBePaid() {
        assertThat(FocusCheck.ofInvoices(
                        rows(KnownInvoices.toTenant("20")), Map.of("ALBA-2027-000001", new BigDecimal("56.11"))))
                .isEmpty();
        assertThat(FocusCheck.ofInvoices(
                        rows(KnownInvoices.toPartner("0")), Map.of("BOREAL-2027-000001", new BigDecimal("41.23"))))
                .isEmpty();
    }

    @Test
    void lineNamesBothProvidersAndTheExactCost() {
        FocusRow row = rows(KnownInvoices.toPartner("0")).get(2);

        assertThat(row.values())
                .containsEntry(FocusColumn.RESOURCE_ID, "vm-1")
                .containsEntry(FocusColumn.SERVICE_PROVIDER_NAME, "Operator alba")
                .containsEntry(FocusColumn.HOST_PROVIDER_NAME, "Operator boreal")
                .containsEntry(FocusColumn.INVOICE_ISSUER_NAME, "Operator boreal")
                .containsEntry(FocusColumn.BILLED_COST, "26.79")
                .containsEntry(FocusColumn.LIST_COST, "26.784")
                .containsEntry(FocusColumn.PRICING_QUANTITY, "1488")
                .containsEntry(FocusColumn.PRICING_UNIT, "vCPU-Hours")
                .containsEntry(FocusColumn.CONSUMED_QUANTITY, "5356800")
                .containsEntry(FocusColumn.CONSUMED_UNIT, "vCPU-Seconds")
                .containsEntry(FocusColumn.BILLING_PERIOD_START, "2026-11-30T23:00:00Z")
                .containsEntry(FocusColumn.BILLING_PERIOD_END, "2026-12-31T23:00:00Z");
    }

    @Test
    void taxHasARowOfItsOwnOnlyWhereThereIsAny() {
        assertThat(rows(KnownInvoices.toPartner("0")))
                .extracting(row -> row.value(FocusColumn.CHARGE_CATEGORY).orElse(""))
                .containsExactly("Usage", "Usage", "Usage");
        assertThat(rows(KnownInvoices.toTenant("20")).getLast().values())
                .containsEntry(FocusColumn.CHARGE_CATEGORY, "Tax")
                .containsEntry(FocusColumn.BILLED_COST, "9.35")
                .doesNotContainKey(FocusColumn.PRICING_QUANTITY);
    }

    @Test
    void fileIsReadBackAsItWasWritten() {
        List<FocusRow> rows = rows(KnownInvoices.toTenant("20"));

        assertThat(FocusFile.read(new StringReader(file(rows)))).isEqualTo(rows);
    }

    @Test
    void fileWithOtherColumnsIsRefused() {
        String file = file(rows(KnownInvoices.toTenant("20"))).replaceFirst("BilledCost", "Cost");

        assertThatThrownBy(() -> FocusFile.read(new StringReader(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but are [AvailabilityZone, Cost,");
    }

    static List<FocusRow> rows(StoredInvoice invoice) {
        return new FocusRows(invoice, NAMES).rows();
    }

    private static String file(List<FocusRow> rows) {
        Writer out = new StringWriter();
        try {
            FocusFile file = FocusFile.begin(out);
            file.write(rows);
            file.flush();
        } catch (IOException impossible) {
            throw new AssertionError("A text in memory can always be written", impossible);
        }
        return out.toString();
    }
}

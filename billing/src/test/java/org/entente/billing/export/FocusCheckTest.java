package org.entente.billing.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.export.FocusColumn.BILLED_COST;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.billing.export.FocusCheck.Finding;
import org.entente.billing.invoice.KnownInvoices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is right is broken in one place at a time, and each time the check says where. */
class FocusCheckTest {
    private static final int USAGE = 0;
    private static final int TAX = 3;
    private static final List<FocusRow> RIGHT = FocusRowsTest.rows(KnownInvoices.toTenant("20"));

    @Test
    void rightFileHasNoFindings() {
        assertThat(FocusCheck.of(RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void columnIsEmptyOnlyWhereItMayBe(FocusColumn column) {
        List<Finding> findings = FocusCheck.of(with(USAGE, column, ""));

        assertThat(findings.stream()
                        .anyMatch(finding -> finding.rule().equals("nulls")
                                && finding.sentence().equals(column.id() + " must not be null")))
                .isEqualTo(!column.allowsNull());
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnHasAFormat(FocusColumn column) {
        List<String> wrong = switch (column.format()) {
            case TEXT -> List.of(" ", "\t");
            case DECIMAL -> List.of("1e3", "1,5", ".5", "NaN", "+1", "one");
            case PRICE -> List.of("-0.01", "1E2", "free");
            case TIME ->
                List.of("2026-12-01", "2026-12-01T00:00:00+01:00", "2026-13-01T00:00:00Z", "2026-12-01T00:00:60Z");
            case CURRENCY -> List.of("eur", "EURO", "€", "ABC");
            case JSON -> List.of("[]", "{", "\"text\"");
        };

        for (String value : wrong) {
            assertThat(FocusCheck.of(with(USAGE, column, value)))
                    .contains(new Finding(USAGE + 1, "format", column.id() + " is '" + value + "'"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGE_CATEGORY, Gift, allowed values, 'ChargeCategory is not one of'",
        "CHARGE_FREQUENCY, Daily, allowed values, 'ChargeFrequency is not one of'",
        "CHARGE_CLASS, Mistake, allowed values, 'ChargeClass is neither null nor Correction'",
        "PRICING_CATEGORY, Cheap, allowed values, 'PricingCategory is not one of'",
        "CHARGE_CATEGORY, Purchase, purchase frequency, 'A Purchase must not be Usage-Based'",
        "CHARGE_CATEGORY, Purchase, consumed quantity, 'Only Usage has a ConsumedQuantity'",
        "PRICING_QUANTITY, '', usage pricing, 'PricingQuantity must not be null'",
        "PRICING_UNIT, '', usage pricing, 'PricingUnit must not be null'",
        "PRICING_CATEGORY, '', usage pricing, 'PricingCategory must not be null'",
        "LIST_UNIT_PRICE, '', usage pricing, 'ListUnitPrice must not be null'",
        "CONTRACTED_UNIT_PRICE, '', usage pricing, 'ContractedUnitPrice must not be null'",
        "SKU_ID, '', usage pricing, 'SkuId must not be null'",
        "SKU_PRICE_ID, '', usage pricing, 'SkuPriceId must not be null'",
        "CONSUMED_UNIT, '', pairs, 'ConsumedQuantity and ConsumedUnit must be null together'",
        "PRICING_UNIT, '', pairs, 'PricingQuantity and PricingUnit must be null together'",
        "RESOURCE_TYPE, '', pairs, 'ResourceId and ResourceType must be null together'",
        "REGION_NAME, '', pairs, 'RegionId and RegionName must be null together'",
        "SUB_ACCOUNT_NAME, '', pairs, 'SubAccountId and SubAccountName must be null together'",
        "SKU_ID, '', pairs, 'SkuMeter must be null where SkuId is'",
        "LIST_COST, 44.65, cost product, 'ListCost is 44.65, but ListUnitPrice times PricingQuantity is'",
        "CONTRACTED_COST, 44.65, cost product, 'ContractedCost is 44.65, but'",
        "PRICING_QUANTITY, 1489, cost product, 'ListCost is 44.64, but ListUnitPrice times PricingQuantity is 44.67'",
        "EFFECTIVE_COST, 44.65, effective cost, 'EffectiveCost must be BilledCost where nothing is covered'",
        "BILLING_PERIOD_END, 2026-11-30T23:00:00Z, period order, 'BillingPeriodStart must be before BillingPeriodEnd'",
        "CHARGE_PERIOD_END, 2026-11-30T22:00:00Z, period order, 'ChargePeriodStart must be before ChargePeriodEnd'",
        "SERVICE_SUBCATEGORY, Databases, service subcategory, 'ServiceSubcategory Databases does not belong to'",
        "SKU_ID, other, one parent, 'SkuPriceId alba/retail/retail-vcpu has SkuId'"
    })
    void injectedErrorIsFound(FocusColumn column, String value, String rule, String sentence) {
        assertThat(FocusCheck.of(with(1, column, value))).anySatisfy(finding -> {
            assertThat(finding.row()).isEqualTo(2);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.sentence()).startsWith(sentence);
        });
    }

    @Test
    void creditIsContractedAtWhatIsBilled() {
        assertThat(FocusCheck.of(with(USAGE, FocusColumn.CHARGE_CATEGORY, "Credit")))
                .contains(new Finding(USAGE + 1, "credit cost", "ContractedCost of a Credit must be its BilledCost"));
    }

    @Test
    void taxHasNoPrice() {
        assertThat(FocusCheck.of(with(TAX, FocusColumn.LIST_UNIT_PRICE, "1")))
                .contains(new Finding(TAX + 1, "tax pricing", "ListUnitPrice must be null for Tax"));
    }

    @Test
    void detailsNeedWhatTheyDetail() {
        List<FocusRow> named = with(TAX, FocusColumn.RESOURCE_NAME, "somebody");
        List<FocusRow> priced = with(TAX, FocusColumn.SKU_PRICE_DETAILS, "{}");

        assertThat(FocusCheck.of(named)).extracting(Finding::rule).containsExactly("pairs");
        assertThat(FocusCheck.of(priced)).extracting(Finding::rule).containsExactly("pairs");
    }

    @Test
    void serviceHasOneCategory() {
        List<FocusRow> rows = changed(
                with(USAGE, FocusColumn.SERVICE_CATEGORY, "Other"),
                USAGE,
                FocusColumn.SERVICE_SUBCATEGORY,
                "Other (Other)");
        rows = changed(rows, 1, FocusColumn.SERVICE_NAME, "Edge Containers");

        assertThat(FocusCheck.of(rows))
                .containsExactly(new Finding(
                        2,
                        "one parent",
                        "ServiceName Edge Containers has ServiceCategory Compute here and Other before"));
    }

    @Test
    void billedCostMustSumToWhatIsToBePaid() {
        Map<String, BigDecimal> payable = Map.of("ALBA-2027-000001", new BigDecimal("56.11"));

        assertThat(FocusCheck.ofInvoices(with(USAGE, BILLED_COST, "1.51"), payable))
                .containsExactly(new Finding(
                        0,
                        "invoice sum",
                        "BilledCost of invoice ALBA-2027-000001 sums to 56.12, but 56.11 is to be paid"));
        assertThat(FocusCheck.ofInvoices(RIGHT, Map.of()))
                .containsExactly(new Finding(0, "invoice sum", "There is no invoice ALBA-2027-000001"));
        assertThat(FocusCheck.ofInvoices(List.of(), payable))
                .containsExactly(new Finding(
                        0, "invoice sum", "BilledCost of invoice ALBA-2027-000001 sums to 0, but 56.11 is to be paid"));
    }

    private static List<FocusRow> with(int row, FocusColumn column, String value) {
        return changed(RIGHT, row, column, value);
    }

    private static List<FocusRow> changed(List<FocusRow> rows, int row, FocusColumn column, String value) {
        Map<FocusColumn, String> values = new EnumMap<>(rows.get(row).values());
        if (value.isEmpty()) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
        List<FocusRow> changed = new ArrayList<>(rows);
        changed.set(row, new FocusRow(values));
        return List.copyOf(changed);
    }
}

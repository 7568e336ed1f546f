package org.entente.billing.export;

import static org.entente.billing.export.FocusColumn.BILLED_COST;
import static org.entente.billing.export.FocusColumn.BILLING_PERIOD_END;
import static org.entente.billing.export.FocusColumn.BILLING_PERIOD_START;
import static org.entente.billing.export.FocusColumn.CHARGE_CATEGORY;
import static org.entente.billing.export.FocusColumn.CHARGE_CLASS;
import static org.entente.billing.export.FocusColumn.CHARGE_FREQUENCY;
import static org.entente.billing.export.FocusColumn.CHARGE_PERIOD_END;
import static org.entente.billing.export.FocusColumn.CHARGE_PERIOD_START;
import static org.entente.billing.export.FocusColumn.CONSUMED_QUANTITY;
import static org.entente.billing.export.FocusColumn.CONSUMED_UNIT;
import static org.entente.billing.export.FocusColumn.CONTRACTED_COST;
import static org.entente.billing.export.FocusColumn.CONTRACTED_UNIT_PRICE;
import static org.entente.billing.export.FocusColumn.EFFECTIVE_COST;
import static org.entente.billing.export.FocusColumn.LIST_COST;
import static org.entente.billing.export.FocusColumn.LIST_UNIT_PRICE;
import static org.entente.billing.export.FocusColumn.PRICING_CATEGORY;
import static org.entente.billing.export.FocusColumn.PRICING_QUANTITY;
import static org.entente.billing.export.FocusColumn.PRICING_UNIT;
import static org.entente.billing.export.FocusColumn.REGION_ID;
import static org.entente.billing.export.FocusColumn.REGION_NAME;
import static org.entente.billing.export.FocusColumn.RESOURCE_ID;
import static org.entente.billing.export.FocusColumn.RESOURCE_NAME;
import static org.entente.billing.export.FocusColumn.RESOURCE_TYPE;
import static org.entente.billing.export.FocusColumn.SKU_ID;
import static org.entente.billing.export.FocusColumn.SKU_METER;
import static org.entente.billing.export.FocusColumn.SKU_PRICE_DETAILS;
import static org.entente.billing.export.FocusColumn.SKU_PRICE_ID;
import static org.entente.billing.export.FocusColumn.SUB_ACCOUNT_ID;
import static org.entente.billing.export.FocusColumn.SUB_ACCOUNT_NAME;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules that one row must keep by itself (FOCUS 1.4, Cost and Usage). */
final class FocusRowRules {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Set<String> CATEGORIES = Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment");
    private static final Set<String> FREQUENCIES = Set.of("One-Time", "Recurring", "Usage-Based");
    private static final Set<String> PRICING_CATEGORIES = Set.of("Standard", "Dynamic", "Committed", "Other");
    private static final List<FocusColumn> PRICING = List.of(
            LIST_UNIT_PRICE,
            CONTRACTED_UNIT_PRICE,
            PRICING_QUANTITY,
            PRICING_UNIT,
            PRICING_CATEGORY,
            SKU_ID,
            SKU_PRICE_ID);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FocusRow row;
    private final List<Broken> broken = new ArrayList<>();

    private FocusRowRules(FocusRow row) {
        this.row = row;
    }

    /** A rule that a row breaks, and how. */
    record Broken(String rule, String sentence) {}

    static List<Broken> broken(FocusRow row) {
        FocusRowRules rules = new FocusRowRules(row);
        boolean written =
                Arrays.stream(FocusColumn.values()).map(rules::isWellWritten).reduce(true, Boolean::logicalAnd);
        if (written) {
            rules.categories();
            rules.pricing();
            rules.pairs();
            rules.products();
            rules.costs();
            rules.periods();
        }
        return rules.broken;
    }

    private boolean isWellWritten(FocusColumn column) {
        int before = broken.size();
        Optional<String> value = row.value(column);
        if (value.isEmpty()) {
            require(column.allowsNull(), "nulls", column.id() + " must not be null");
        } else {
            require(isFormatted(column.format(), value.get()), "format", column.id() + " is '" + value.get() + "'");
        }
        return broken.size() == before;
    }

    private static boolean isFormatted(FocusColumn.Format format, String value) {
        return switch (format) {
            case TEXT -> !value.isBlank();
            case DECIMAL -> DECIMAL.matcher(value).matches();
            case PRICE -> DECIMAL.matcher(value).matches() && new BigDecimal(value).signum() >= 0;
            case TIME -> isTime(value);
            case CURRENCY ->
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency ->
                                currency.getCurrencyCode().equals(value) && currency.getDefaultFractionDigits() >= 0);
            case JSON -> isObject(value);
        };
    }

    private static boolean isTime(String value) {
        try {
            return TIME.matcher(value).matches()
                    && Instant.parse(value).toString().equals(value);
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private static boolean isObject(String value) {
        try {
            return JSON.readTree(value).isObject();
        } catch (JsonProcessingException wrong) {
            return false;
        }
    }

    private void categories() {
        require(oneOf(CHARGE_CATEGORY, CATEGORIES), "allowed values", "ChargeCategory is not one of " + CATEGORIES);
        require(oneOf(CHARGE_FREQUENCY, FREQUENCIES), "allowed values", "ChargeFrequency is not one of " + FREQUENCIES);
        require(
                row.value(CHARGE_CLASS).map("Correction"::equals).orElse(true),
                "allowed values",
                "ChargeClass is neither null nor Correction");
        require(
                !(is(CHARGE_CATEGORY, "Purchase") && is(CHARGE_FREQUENCY, "Usage-Based")),
                "purchase frequency",
                "A Purchase must not be Usage-Based");
        require(
                !has(CONSUMED_QUANTITY) || is(CHARGE_CATEGORY, "Usage"),
                "consumed quantity",
                "Only Usage has a ConsumedQuantity");
    }

    private void pricing() {
        if (is(CHARGE_CATEGORY, "Tax")) {
            PRICING.forEach(column -> require(!has(column), "tax pricing", column.id() + " must be null for Tax"));
        } else if (!has(CHARGE_CLASS) && (is(CHARGE_CATEGORY, "Usage") || is(CHARGE_CATEGORY, "Purchase"))) {
            PRICING.forEach(column -> require(has(column), "usage pricing", column.id() + " must not be null"));
            require(
                    oneOf(PRICING_CATEGORY, PRICING_CATEGORIES),
                    "allowed values",
                    "PricingCategory is not one of " + PRICING_CATEGORIES);
        }
    }

    private void pairs() {
        together(CONSUMED_QUANTITY, CONSUMED_UNIT);
        together(PRICING_QUANTITY, PRICING_UNIT);
        together(RESOURCE_ID, RESOURCE_TYPE);
        together(REGION_ID, REGION_NAME);
        together(SUB_ACCOUNT_ID, SUB_ACCOUNT_NAME);
        require(has(SKU_ID) || !has(SKU_METER), "pairs", "SkuMeter must be null where SkuId is");
        require(has(SKU_PRICE_ID) || !has(SKU_PRICE_DETAILS), "pairs", "SkuPriceDetails must be null where its id is");
        require(has(RESOURCE_ID) || !has(RESOURCE_NAME), "pairs", "ResourceName must be null where ResourceId is");
    }

    private void products() {
        product(LIST_COST, LIST_UNIT_PRICE);
        product(CONTRACTED_COST, CONTRACTED_UNIT_PRICE);
    }

    private void product(FocusColumn cost, FocusColumn unitPrice) {
        if (has(unitPrice) && has(PRICING_QUANTITY)) {
            BigDecimal product = number(unitPrice).multiply(number(PRICING_QUANTITY));
            require(
                    product.compareTo(number(cost)) == 0,
                    "cost product",
                    cost.id() + " is " + number(cost).toPlainString() + ", but " + unitPrice.id()
                            + " times PricingQuantity is " + product.toPlainString());
        }
    }

    /** We sell nothing that covers other rows, so what is effective is what is billed. */
    private void costs() {
        require(
                number(EFFECTIVE_COST).compareTo(number(BILLED_COST)) == 0,
                "effective cost",
                "EffectiveCost must be BilledCost where nothing is covered by a purchase");
        if (is(CHARGE_CATEGORY, "Credit")) {
            require(
                    number(CONTRACTED_COST).compareTo(number(BILLED_COST)) == 0,
                    "credit cost",
                    "ContractedCost of a Credit must be its BilledCost");
        }
    }

    private void periods() {
        before(BILLING_PERIOD_START, BILLING_PERIOD_END);
        before(CHARGE_PERIOD_START, CHARGE_PERIOD_END);
    }

    private void before(FocusColumn start, FocusColumn end) {
        boolean ordered = row.value(start)
                .flatMap(from -> row.value(end).map(to -> Instant.parse(from).isBefore(Instant.parse(to))))
                .orElse(true);
        require(ordered, "period order", start.id() + " must be before " + end.id());
    }

    private void together(FocusColumn one, FocusColumn other) {
        require(has(one) == has(other), "pairs", one.id() + " and " + other.id() + " must be null together");
    }

    private BigDecimal number(FocusColumn column) {
        return new BigDecimal(row.value(column).orElseThrow());
    }

    private boolean has(FocusColumn column) {
        return row.value(column).isPresent();
    }

    private boolean is(FocusColumn column, String value) {
        return row.value(column).map(value::equals).orElse(false);
    }

    private boolean oneOf(FocusColumn column, Set<String> values) {
        return row.value(column).map(values::contains).orElse(false);
    }

    private void require(boolean kept, String rule, String sentence) {
        if (!kept) {
            broken.add(new Broken(rule, sentence));
        }
    }
}

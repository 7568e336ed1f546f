package org.entente.billing.export;

import static org.entente.billing.export.FocusColumn.AVAILABILITY_ZONE;
import static org.entente.billing.export.FocusColumn.BILLED_COST;
import static org.entente.billing.export.FocusColumn.BILLING_ACCOUNT_ID;
import static org.entente.billing.export.FocusColumn.BILLING_ACCOUNT_NAME;
import static org.entente.billing.export.FocusColumn.BILLING_ACCOUNT_TYPE;
import static org.entente.billing.export.FocusColumn.BILLING_CURRENCY;
import static org.entente.billing.export.FocusColumn.BILLING_PERIOD_END;
import static org.entente.billing.export.FocusColumn.BILLING_PERIOD_START;
import static org.entente.billing.export.FocusColumn.CHARGE_CATEGORY;
import static org.entente.billing.export.FocusColumn.CHARGE_DESCRIPTION;
import static org.entente.billing.export.FocusColumn.CHARGE_FREQUENCY;
import static org.entente.billing.export.FocusColumn.CHARGE_PERIOD_END;
import static org.entente.billing.export.FocusColumn.CHARGE_PERIOD_START;
import static org.entente.billing.export.FocusColumn.CONSUMED_QUANTITY;
import static org.entente.billing.export.FocusColumn.CONSUMED_UNIT;
import static org.entente.billing.export.FocusColumn.CONTRACTED_COST;
import static org.entente.billing.export.FocusColumn.CONTRACTED_UNIT_PRICE;
import static org.entente.billing.export.FocusColumn.CONTRACT_APPLIED;
import static org.entente.billing.export.FocusColumn.EFFECTIVE_COST;
import static org.entente.billing.export.FocusColumn.HOST_PROVIDER_NAME;
import static org.entente.billing.export.FocusColumn.INVOICE_DETAIL_ID;
import static org.entente.billing.export.FocusColumn.INVOICE_ID;
import static org.entente.billing.export.FocusColumn.INVOICE_ISSUER_NAME;
import static org.entente.billing.export.FocusColumn.LIST_COST;
import static org.entente.billing.export.FocusColumn.LIST_UNIT_PRICE;
import static org.entente.billing.export.FocusColumn.PRICING_CATEGORY;
import static org.entente.billing.export.FocusColumn.PRICING_QUANTITY;
import static org.entente.billing.export.FocusColumn.PRICING_UNIT;
import static org.entente.billing.export.FocusColumn.REGION_ID;
import static org.entente.billing.export.FocusColumn.REGION_NAME;
import static org.entente.billing.export.FocusColumn.RESOURCE_ID;
import static org.entente.billing.export.FocusColumn.RESOURCE_TYPE;
import static org.entente.billing.export.FocusColumn.SERVICE_CATEGORY;
import static org.entente.billing.export.FocusColumn.SERVICE_NAME;
import static org.entente.billing.export.FocusColumn.SERVICE_PROVIDER_NAME;
import static org.entente.billing.export.FocusColumn.SERVICE_SUBCATEGORY;
import static org.entente.billing.export.FocusColumn.SKU_ID;
import static org.entente.billing.export.FocusColumn.SKU_METER;
import static org.entente.billing.export.FocusColumn.SKU_PRICE_ID;
import static org.entente.billing.export.FocusColumn.SUB_ACCOUNT_ID;
import static org.entente.billing.export.FocusColumn.SUB_ACCOUNT_NAME;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;
import org.entente.billing.invoice.Bill;
import org.entente.billing.invoice.Buyer;
import org.entente.billing.invoice.InvoiceItem;
import org.entente.billing.invoice.InvoiceLine;
import org.entente.billing.invoice.StoredInvoice;

/**
 * An issued invoice as rows of the FOCUS 1.4 Cost and Usage dataset: one for each line, which is one instance at one price
 * line over the billing period, and one for the tax where there is any. Pure.
 *
 * <p>List and contracted cost are exactly unit price times pricing quantity. Billed and effective cost are the line's coins,
 * so billed cost sums to what is to be paid. The service provider is the home operator that sells, the host provider the
 * operator whose site ran the instance.
 */
final class FocusRows {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int PERCENT_PLACES = 2;

    private final StoredInvoice invoice;
    private final FocusNames names;

    FocusRows(StoredInvoice invoice, FocusNames names) {
        this.invoice = invoice;
        this.names = names;
    }

    List<FocusRow> rows() {
        List<FocusRow> rows = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        for (InvoiceLine line : invoice.bill().lines()) {
            rows.add(usage(line));
            exact = exact.add(cost(line));
        }
        if (invoice.bill().tax().amount().signum() != 0) {
            rows.add(tax(exact));
        }
        return rows;
    }

    private FocusRow usage(InvoiceLine line) {
        Map<FocusColumn, String> row = common(line.amount());
        row.put(CHARGE_CATEGORY, "Usage");
        row.put(CHARGE_FREQUENCY, "Usage-Based");
        row.put(CHARGE_DESCRIPTION, line.description());
        row.put(INVOICE_DETAIL_ID, invoice.heading().number() + "/" + line.number());
        row.put(CONTRACTED_COST, plain(cost(line)));
        row.put(LIST_COST, plain(cost(line)));
        price(row, line);
        resource(row, line.item());
        return new FocusRow(row);
    }

    private FocusRow tax(BigDecimal exactNet) {
        Bill bill = invoice.bill();
        Map<FocusColumn, String> row = common(bill.tax());
        String exact = plain(exactNet.multiply(bill.taxPercent()).movePointLeft(PERCENT_PLACES));
        row.put(CHARGE_CATEGORY, "Tax");
        row.put(CHARGE_FREQUENCY, "One-Time");
        row.put(CHARGE_DESCRIPTION, "Value added tax of " + plain(bill.taxPercent()) + " %");
        row.put(INVOICE_DETAIL_ID, invoice.heading().number() + "/tax");
        row.put(CONTRACTED_COST, exact);
        row.put(LIST_COST, exact);
        row.put(SERVICE_CATEGORY, "Other");
        row.put(SERVICE_NAME, "Value added tax");
        row.put(SERVICE_SUBCATEGORY, "Other (Other)");
        return new FocusRow(row);
    }

    private Map<FocusColumn, String> common(Money billed) {
        Map<FocusColumn, String> row = new EnumMap<>(FocusColumn.class);
        StoredInvoice.Heading heading = invoice.heading();
        row.put(BILLED_COST, billed.inCoins());
        row.put(EFFECTIVE_COST, billed.inCoins());
        row.put(BILLING_CURRENCY, billed.currency().getCurrencyCode());
        row.put(BILLING_PERIOD_START, time(heading.window().from()));
        row.put(BILLING_PERIOD_END, time(heading.window().to()));
        row.put(CHARGE_PERIOD_START, time(heading.window().from()));
        row.put(CHARGE_PERIOD_END, time(heading.window().to()));
        row.put(INVOICE_ID, heading.number());
        row.put(INVOICE_ISSUER_NAME, names.of(heading.issuer()));
        row.put(BILLING_ACCOUNT_ID, invoice.buyer().id());
        switch (invoice.buyer()) {
            case Buyer.Partner partner -> {
                row.put(BILLING_ACCOUNT_NAME, names.of(partner.operator()));
                row.put(BILLING_ACCOUNT_TYPE, "Operator");
                row.put(SERVICE_PROVIDER_NAME, names.of(partner.operator()));
                row.put(CONTRACT_APPLIED, contract(partner, billed));
            }
            case Buyer.Customer customer -> {
                row.put(BILLING_ACCOUNT_NAME, names.of(customer.tenant()));
                row.put(BILLING_ACCOUNT_TYPE, "Tenant");
                row.put(SERVICE_PROVIDER_NAME, names.of(heading.issuer()));
                row.put(SUB_ACCOUNT_ID, customer.tenant().value());
                row.put(SUB_ACCOUNT_NAME, names.of(customer.tenant()));
            }
        }
        return row;
    }

    /** Identifiers have no character that JSON would escape. */
    private static String contract(Buyer.Partner partner, Money billed) {
        return "{\"Elements\":[{\"ContractId\":\"" + partner.agreement() + "\",\"ContractCommitmentId\":\""
                + partner.agreement() + "\",\"ContractCommitmentAppliedCost\":" + billed.inCoins() + "}]}";
    }

    private void price(Map<FocusColumn, String> row, InvoiceLine line) {
        PriceLine price = line.item().line();
        String unitPrice = plain(line.price());
        row.put(CONTRACTED_UNIT_PRICE, unitPrice);
        row.put(LIST_UNIT_PRICE, unitPrice);
        row.put(PRICING_CATEGORY, "Standard");
        row.put(PRICING_QUANTITY, plain(line.pricingQuantity()));
        row.put(PRICING_UNIT, FocusUnits.pricing(line));
        row.put(CONSUMED_QUANTITY, plain(line.item().quantity().value()));
        row.put(CONSUMED_UNIT, FocusUnits.consumed(price.meter()));
        row.put(SKU_ID, words(price.meter()));
        row.put(SKU_METER, FocusUnits.pricing(price.meter(), price.per()));
        row.put(SKU_PRICE_ID, priceList() + "/" + price.id());
    }

    private String priceList() {
        return switch (invoice.buyer()) {
            case Buyer.Partner partner -> partner.agreement().value();
            case Buyer.Customer customer -> invoice.heading().issuer() + "/retail";
        };
    }

    private void resource(Map<FocusColumn, String> row, InvoiceItem item) {
        Technology technology = item.technology()
                .orElseThrow(() -> new IllegalStateException(
                        "An issued invoice bills our own charges, which know their site's technology"));
        row.put(AVAILABILITY_ZONE, item.place().site().value());
        row.put(REGION_ID, item.place().toString());
        row.put(REGION_NAME, item.place().toString());
        row.put(HOST_PROVIDER_NAME, names.of(item.place().operator()));
        row.put(RESOURCE_ID, item.instance().value());
        row.put(SERVICE_CATEGORY, "Compute");
        switch (technology) {
            case OPENSTACK -> {
                row.put(RESOURCE_TYPE, "Virtual Machine");
                row.put(SERVICE_NAME, "Edge Virtual Machines");
                row.put(SERVICE_SUBCATEGORY, "Virtual Machines");
            }
            case KUBERNETES -> {
                row.put(RESOURCE_TYPE, "Container Group");
                row.put(SERVICE_NAME, "Edge Containers");
                row.put(SERVICE_SUBCATEGORY, "Containers");
            }
        }
    }

    private static BigDecimal cost(InvoiceLine line) {
        return line.price().multiply(line.pricingQuantity());
    }

    private static String words(Meter meter) {
        return meter.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

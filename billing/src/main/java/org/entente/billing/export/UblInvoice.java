package org.entente.billing.export;

import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemPropertyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.entente.agreements.language.Money;
import org.entente.billing.invoice.Bill;
import org.entente.billing.invoice.InvoiceItem;
import org.entente.billing.invoice.InvoiceLine;
import org.entente.billing.invoice.StoredInvoice;
import org.entente.billing.party.Party;

/**
 * An invoice as UBL 2.1 for EN 16931 in the profile Peppol BIS Billing 3. Its lines carry the allocated coins, so that they
 * sum to the net amount; quantity times price agrees with each within a coin.
 */
final class UblInvoice {
    /** UN/ECE Recommendation 20: one. */
    private static final String WHOLE = "C62";

    private static final String CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    /** UNTDID 1001: commercial invoice. */
    private static final String COMMERCIAL_INVOICE = "380";

    private final StoredInvoice invoice;
    private final Party seller;
    private final Party buyer;
    private final String currency;
    private final TaxTreatment tax;

    UblInvoice(StoredInvoice invoice, Party seller, Party buyer) {
        this.invoice = invoice;
        this.seller = seller;
        this.buyer = buyer;
        this.currency = invoice.bill().tax().currency().getCurrencyCode();
        this.tax = TaxTreatment.of(invoice);
    }

    /** The XML text. */
    String xml() {
        return Objects.requireNonNull(
                UBL21Marshaller.invoice().getAsString(document()),
                "An invoice made by us always has all that UBL asks");
    }

    private InvoiceType document() {
        StoredInvoice.Heading heading = invoice.heading();
        InvoiceType document = new InvoiceType();
        document.setCustomizationID(CUSTOMIZATION);
        document.setProfileID(PROFILE);
        document.setID(heading.number());
        document.setIssueDate(heading.issued());
        document.setDueDate(heading.due());
        document.setInvoiceTypeCode(COMMERCIAL_INVOICE);
        document.setDocumentCurrencyCode(currency);
        document.setBuyerReference(invoice.buyer().id());
        document.addInvoicePeriod(period());
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(UblParty.of(seller));
        document.setAccountingSupplierParty(supplier);
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(UblParty.of(buyer));
        document.setAccountingCustomerParty(customer);
        document.addTaxTotal(taxTotal());
        document.setLegalMonetaryTotal(total());
        invoice.bill().lines().forEach(line -> document.addInvoiceLine(line(line)));
        return document;
    }

    private PeriodType period() {
        PeriodType period = new PeriodType();
        period.setStartDate(invoice.heading().period().atDay(1));
        period.setEndDate(invoice.heading().period().atEndOfMonth());
        return period;
    }

    private TaxTotalType taxTotal() {
        Bill bill = invoice.bill();
        TaxSubtotalType subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(coins(bill.net())).setCurrencyID(currency);
        subtotal.setTaxAmount(coins(bill.tax())).setCurrencyID(currency);
        subtotal.setTaxCategory(tax.summary(bill.taxPercent()));
        TaxTotalType total = new TaxTotalType();
        total.setTaxAmount(coins(bill.tax())).setCurrencyID(currency);
        total.addTaxSubtotal(subtotal);
        return total;
    }

    private MonetaryTotalType total() {
        Bill bill = invoice.bill();
        MonetaryTotalType total = new MonetaryTotalType();
        total.setLineExtensionAmount(coins(bill.net())).setCurrencyID(currency);
        total.setTaxExclusiveAmount(coins(bill.net())).setCurrencyID(currency);
        total.setTaxInclusiveAmount(coins(bill.payable())).setCurrencyID(currency);
        total.setPayableAmount(coins(bill.payable())).setCurrencyID(currency);
        return total;
    }

    private InvoiceLineType line(InvoiceLine from) {
        InvoiceLineType line = new InvoiceLineType();
        line.setID(String.valueOf(from.number()));
        line.setInvoicedQuantity(from.pricingQuantity())
                .setUnitCode(from.item().isUnitsAtAPrice() ? unitCode(from.item()) : WHOLE);
        line.setLineExtensionAmount(coins(from.amount())).setCurrencyID(currency);
        line.setItem(item(from));
        PriceType price = new PriceType();
        price.setPriceAmount(from.price()).setCurrencyID(currency);
        line.setPrice(price);
        return line;
    }

    private ItemType item(InvoiceLine from) {
        ItemType item = new ItemType();
        item.setName(from.description());
        item.addClassifiedTaxCategory(tax.ofLine(invoice.bill().taxPercent()));
        item.addAdditionalItemProperty(
                property("Instance", from.item().instance().value()));
        item.addAdditionalItemProperty(property("Site", from.item().place().toString()));
        item.addAdditionalItemProperty(property("Price line", from.item().line().id()));
        return item;
    }

    private static ItemPropertyType property(String name, String value) {
        ItemPropertyType property = new ItemPropertyType();
        property.setName(name);
        property.setValue(value);
        return property;
    }

    /** UN/ECE Recommendation 20, of which E62 is the gibibyte. */
    private static String unitCode(InvoiceItem item) {
        return switch (item.line().per()) {
            case SECOND -> "SEC";
            case MINUTE -> "MIN";
            case HOUR -> "HUR";
            case DAY -> "DAY";
            case VOLUME -> "E62";
        };
    }

    private static BigDecimal coins(Money money) {
        return new BigDecimal(money.inCoins());
    }
}

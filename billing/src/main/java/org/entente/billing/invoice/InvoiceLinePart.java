package org.entente.billing.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.billing.rating.LineColumns;
import org.jspecify.annotations.Nullable;

/** A row of {@code billing.invoice_line}. */
@Embeddable
record InvoiceLinePart(
        int number,
        String instance,
        String operator,
        String site,

        @Nullable @Enumerated(EnumType.STRING) Technology technology,

        @Column(name = "price_line") String priceLine,

        @Enumerated(EnumType.STRING) Meter meter,

        @Column(name = "unit_price", precision = 38, scale = 14)
        BigDecimal unitPrice,

        @Enumerated(EnumType.STRING) PricingUnit per,

        @Nullable @Column(name = "line_terms") String lineTerms,

        @Column(precision = 38, scale = 9) BigDecimal quantity,

        @Column(name = "exact_amount", precision = 38, scale = 14)
        BigDecimal exactAmount,

        @Column(precision = 38, scale = 14) BigDecimal amount) {
    static InvoiceLinePart of(InvoiceLine line) {
        InvoiceItem item = line.item();
        return new InvoiceLinePart(
                line.number(),
                item.instance().value(),
                item.place().operator().value(),
                item.place().site().value(),
                item.technology().orElse(null),
                item.line().id(),
                item.line().meter(),
                item.line().unitPrice().amount(),
                item.line().per(),
                LineColumns.terms(item.line()),
                item.quantity().value(),
                item.exact().amount(),
                line.amount().amount());
    }

    InvoiceLine line(Currency currency) {
        return new InvoiceLine(
                number,
                new InvoiceItem(
                        new InstanceId(instance),
                        new Place(new OperatorId(operator), new SiteId(site)),
                        Optional.ofNullable(technology),
                        LineColumns.line(
                                lineTerms,
                                new PriceLine(priceLine, meter, Optional.empty(), new Money(currency, unitPrice), per)),
                        new Quantity(meter, quantity),
                        new Money(currency, exactAmount)),
                new Money(currency, amount));
    }
}

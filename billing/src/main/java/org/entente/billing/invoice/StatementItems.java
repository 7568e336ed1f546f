package org.entente.billing.invoice;

import static java.util.function.Function.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.rating.ChargeTotal;

/** An accepted statement as items of an invoice, in the statement's order: both operators derive the same. */
final class StatementItems {
    private StatementItems() {}

    /**
     * One item for each line of the statement.
     *
     * @param own our own charges, which know each site's technology
     */
    static List<InvoiceItem> of(Statement statement, AgreementTerms terms, List<ChargeTotal> own) {
        // An earlier version may have had a line that the latest has not: then our own charges know it.
        Map<String, PriceLine> prices = own.stream()
                .map(ChargeTotal::line)
                .collect(Collectors.toMap(PriceLine::id, identity(), (one, other) -> one, HashMap::new));
        terms.rateCard().lines().forEach(line -> prices.put(line.id(), line));
        Map<InstanceId, Technology> technologies = own.stream()
                .collect(Collectors.toMap(ChargeTotal::instance, ChargeTotal::technology, (one, same) -> one));
        return statement.lines().stream()
                .map(line -> item(line, terms, prices, technologies))
                .toList();
    }

    private static InvoiceItem item(
            StatementLine line,
            AgreementTerms terms,
            Map<String, PriceLine> prices,
            Map<InstanceId, Technology> technologies) {
        PriceLine price = Optional.ofNullable(prices.get(line.priceLine()))
                .orElseThrow(() -> new IllegalStateException(
                        "The agreement " + terms.agreement() + " has no price line " + line.priceLine()));
        return new InvoiceItem(
                line.instance(),
                new Place(terms.host(), line.site()),
                Optional.ofNullable(technologies.get(line.instance())),
                price,
                line.quantity(),
                line.amount());
    }
}

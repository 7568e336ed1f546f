package org.entente.broker.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.Money;
import org.entente.broker.offer.Prices;
import org.entente.broker.offer.SiteView.PriceView;

/**
 * A quote as its tenant sees it. Prices are decimal text; a month is 730 hours.
 *
 * @param placement why these sites, where some were chosen
 */
public record QuoteView(
        UUID quote,
        String currency,
        String perHour,
        String perMonth,
        Instant validUntil,
        List<LineView> lines,
        Optional<PlacementView> placement) {

    /** What one instance costs. */
    public record LineView(
            String name, String operator, String site, String perHour, String perMonth, List<PriceView> prices) {
        static LineView of(QuotedInstance instance, Prices prices) {
            return new LineView(
                    instance.name(),
                    instance.place().operator().value(),
                    instance.place().site().value(),
                    prices.perHour(instance.priced()).text(),
                    prices.perMonth(instance.priced()).text(),
                    prices.lines(instance.place(), instance.agreement(), instance.technology()).stream()
                            .map(PriceView::of)
                            .toList());
        }
    }

    static QuoteView of(Quote quote, Prices prices, Optional<PlacementView> placement) {
        Money perHour = Money.zero(prices.currency());
        Money perMonth = perHour;
        for (QuotedInstance instance : quote.instances()) {
            perHour = perHour.plus(prices.perHour(instance.priced()));
            perMonth = perMonth.plus(prices.perMonth(instance.priced()));
        }
        return new QuoteView(
                quote.id(),
                prices.currency().getCurrencyCode(),
                perHour.text(),
                perMonth.text(),
                quote.validUntil(),
                quote.instances().stream()
                        .map(instance -> LineView.of(instance, prices))
                        .toList(),
                placement);
    }
}

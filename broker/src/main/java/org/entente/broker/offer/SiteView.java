package org.entente.broker.offer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;
import org.entente.broker.placement.Candidate;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteCapabilities.Flavour;

/** A site as a tenant sees it: what runs there, and what it costs. */
public record SiteView(
        String operator,
        String site,
        String name,
        String country,
        Optional<Technology> technology,
        String release,
        String state,
        Optional<AgreementId> agreement,
        List<Flavour> flavours,
        List<String> images,
        List<PriceView> prices,
        Optional<Instant> seenAt,
        Optional<String> reason) {

    /** One price line. The price is decimal text for one unit. */
    public record PriceView(String id, String meter, String unitPrice, String currency, String per) {
        public static PriceView of(PriceLine line) {
            return new PriceView(
                    line.id(),
                    line.meter().name(),
                    line.unitPrice().text(),
                    line.unitPrice().currency().getCurrencyCode(),
                    line.per().name());
        }
    }

    /**
     * A site that takes orders.
     *
     * @param ours the site, where it is one of our own
     */
    static SiteView of(Candidate candidate, List<PriceLine> prices, Optional<ConnectedSite> ours) {
        return new SiteView(
                candidate.place().operator().value(),
                candidate.place().site().value(),
                candidate.name(),
                candidate.country(),
                Optional.of(candidate.technology()),
                candidate.release(),
                ours.map(site -> site.state().name().toLowerCase(Locale.ROOT)).orElse("available"),
                candidate.agreement(),
                candidate.flavours(),
                candidate.images(),
                prices.stream().map(PriceView::of).toList(),
                Optional.of(candidate.seenAt()),
                ours.flatMap(ConnectedSite::reason));
    }
}

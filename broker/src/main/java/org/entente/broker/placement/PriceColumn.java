package org.entente.broker.placement;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.entente.agreements.language.Money;
import org.entente.broker.site.Workload;

/** What one instance of a wish costs at each site, as {@link Scaled} numbers. What has no size there has no price. */
final class PriceColumn {
    private final long[] bySite;

    private PriceColumn(long[] bySite) {
        this.bySite = bySite;
    }

    static PriceColumn perMonth(Survey survey) {
        return of(survey, SitePrices::perMonth);
    }

    static PriceColumn perHour(Survey survey) {
        return of(survey, SitePrices::perHour);
    }

    /** Each different price is computed once, when the first site asks it. */
    private static PriceColumn of(Survey survey, BiFunction<SitePrices, Workload, Money> price) {
        Facet<SitePrices> asked = survey.sites().prices;
        List<Workload> options = survey.options();
        long[] known = new long[asked.values().size() * options.size()];
        Arrays.fill(known, -1);
        long[] bySite = new long[survey.sites().size()];
        for (int site = 0; site < bySite.length; site++) {
            int option = survey.option(site);
            if (option == Sizes.NONE || survey.isOfOtherTechnology(site)) {
                bySite[site] = Scaled.UNKNOWN;
                continue;
            }
            int code = asked.code(site);
            int slot = code * options.size() + option;
            if (known[slot] < 0) {
                known[slot] = Scaled.needed(price.apply(asked.values().get(code), options.get(option))
                        .amount());
            }
            bySite[site] = known[slot];
        }
        return new PriceColumn(bySite);
    }

    boolean isKnown(int site) {
        return bySite[site] != Scaled.UNKNOWN;
    }

    long at(int site) {
        return bySite[site];
    }
}

package org.entente.agreements.pricing;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;

/**
 * Where a price line applies. An absent technology and an empty list stand for any. A zone of an agreement is a site, so
 * zones are selected by {@code sites}.
 *
 * @param sites in ascending order, each once
 * @param flavours names of flavours in ascending order, each once
 */
public record Selector(Optional<Technology> technology, List<SiteId> sites, List<String> flavours) {
    public static final Selector ANY = new Selector(Optional.empty(), List.of(), List.of());

    private static final int SITE_RANK = 4;
    private static final int FLAVOUR_RANK = 2;

    public Selector {
        sites = sites.stream().sorted().distinct().toList();
        flavours = flavours.stream().sorted().distinct().toList();
    }

    public static Selector of(Technology technology) {
        return new Selector(Optional.of(technology), List.of(), List.of());
    }

    public static Selector of(SiteId site) {
        return new Selector(Optional.empty(), List.of(site), List.of());
    }

    boolean selects(PricedUse use) {
        return (technology.isEmpty() || technology.get() == use.technology())
                && (sites.isEmpty() || sites.contains(use.site()))
                && (flavours.isEmpty() || use.flavour().map(flavours::contains).orElse(false));
    }

    /** A site says more than a flavour, and a flavour more than a technology. */
    int rank() {
        return (sites.isEmpty() ? 0 : SITE_RANK)
                + (flavours.isEmpty() ? 0 : FLAVOUR_RANK)
                + (technology.isEmpty() ? 0 : 1);
    }

    /** Whether some use could be selected by both. */
    boolean overlaps(Selector other) {
        boolean technologies =
                technology.isEmpty() || other.technology.isEmpty() || technology.equals(other.technology);
        return technologies && share(sites, other.sites) && share(flavours, other.flavours);
    }

    private static boolean share(List<?> these, List<?> those) {
        return these.isEmpty() || those.isEmpty() || !Collections.disjoint(these, those);
    }
}

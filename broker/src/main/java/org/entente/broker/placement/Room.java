package org.entente.broker.placement;

import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities.Capacity;

/** In which sense a site has room: each sense is a limit of its own. */
@SuppressWarnings("EnumOrdinal") // The numbers live as long as one question and are never kept or sent.
enum Room {
    LARGEST(Fact.LARGEST),
    FREE(Fact.FREE),
    TOTAL(Fact.TOTAL),
    QUOTA(Fact.QUOTA);

    /** How many limits a site has. */
    static final int COLUMNS = 16;

    private static final int RESOURCES = 4;
    private static final Room[] ALL = values();
    private final Fact fact;

    Room(Fact fact) {
        this.fact = fact;
    }

    /** What the site did not tell where it did not tell this limit. */
    Fact fact() {
        return fact;
    }

    /** The place of this limit on a resource among all limits. */
    int column(Resource resource) {
        return ordinal() * RESOURCES + resource.position();
    }

    static Room ofColumn(int column) {
        return ALL[column / RESOURCES];
    }

    Amounts of(Capacity capacity) {
        return switch (this) {
            case LARGEST -> capacity.largest();
            case FREE -> capacity.free();
            case TOTAL -> capacity.total();
            case QUOTA -> capacity.quota();
        };
    }
}

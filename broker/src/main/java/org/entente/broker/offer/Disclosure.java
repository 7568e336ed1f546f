package org.entente.broker.offer;

import java.util.Set;

/**
 * What we tell a partner of our sites beside what we must.
 *
 * @param capacity how we tell of the room there
 * @param details what else we tell
 */
record Disclosure(CapacityShown capacity, Set<Detail> details) {
    Disclosure {
        details = Set.copyOf(details);
    }

    /** How the room at a site is told. */
    enum CapacityShown {
        /** Not at all, nor the largest single placement. */
        HIDDEN,
        /** Each amount rounded down to a power of two; the largest single placement as it is. */
        CLASSES,
        /** As it is. */
        EXACT
    }

    /** What may be told beside. */
    enum Detail {
        LOCATION,
        ENERGY,
        ARCHITECTURES,
        GPUS,
        IMAGES,
        VOLUMES,
        NETWORKING
    }

    boolean tells(Detail detail) {
        return details.contains(detail);
    }
}

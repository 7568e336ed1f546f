package org.entente.broker.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a site that answered its probe. Pure. */
final class Findings {
    private Findings() {}

    static List<SiteTrouble> of(SiteCapabilities seen, Duration took, Duration slowAfter) {
        return Stream.of(
                        seen.missing().stream().map(Findings::missing),
                        partly(seen).stream(),
                        slowly(took, slowAfter).stream())
                .flatMap(found -> found)
                .toList();
    }

    private static SiteTrouble missing(SiteCapabilities.MissingPermission missing) {
        return new SiteTrouble(SiteTrouble.PERMISSION_MISSING, missing.action() + ": " + missing.sentence());
    }

    /** Virtual machines need a flavour, except where a cluster makes them of any size. */
    private static Optional<SiteTrouble> partly(SiteCapabilities seen) {
        boolean none = seen.flavours().isEmpty();
        return switch (seen.technology()) {
            case OPENSTACK ->
                none
                        ? Optional.of(new SiteTrouble(
                                SiteTrouble.ANSWERS_PARTLY,
                                "It names no flavour, so no virtual machine can be ordered"))
                        : Optional.empty();
            case KUBERNETES -> Optional.empty();
        };
    }

    private static Optional<SiteTrouble> slowly(Duration took, Duration slowAfter) {
        return took.compareTo(slowAfter) > 0
                ? Optional.of(new SiteTrouble(
                        SiteTrouble.ANSWERS_SLOWLY,
                        "Its probe took " + took.toMillis() + " ms, more than " + slowAfter.toMillis() + " ms"))
                : Optional.empty();
    }
}

package org.entente.broker.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteCapabilities.Capacity;

/**
 * Capacity and use of a set of our own sites together. What a site did not tell is in no sum: each sum says of how many
 * sites it is.
 *
 * @param states how many sites are in each state
 * @param total what there is in all
 * @param free what was not in use when it was seen
 * @param used what was in use when it was seen, by anybody: of the sites that tell both of the above
 * @param held what instances of ours and our partners hold, by our own books
 * @param oldestSeenAt when the site was seen that was not seen for the longest time; absent where one was never seen
 */
record SiteSummary(
        int sites,
        Map<String, Long> states,
        Map<String, Long> technologies,
        Sums total,
        Sums free,
        Sums used,
        Held held,
        Optional<Instant> oldestSeenAt) {

    /**
     * A sum over the sites that tell.
     *
     * @param amount absent where none tells: unknown is not nothing
     * @param sites how many tell
     * @param unknown how many do not
     */
    record Sum(Optional<BigDecimal> amount, int sites, int unknown) {}

    /** Memory and disk in GiB. */
    record Sums(Sum vcpu, Sum memoryGib, Sum diskGib, Sum gpus) {}

    /** What instances hold. Memory and disk in GiB. */
    record Held(long instances, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, long gpus) {
        private static final Held NOTHING = new Held(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

        private Held plus(HeldAtSite more) {
            return new Held(
                    instances + more.instances(),
                    vcpu.add(more.vcpu()),
                    memoryGib.add(more.memoryGib()),
                    diskGib.add(more.diskGib()),
                    gpus + more.gpus());
        }
    }

    static SiteSummary of(List<ConnectedSite> sites, List<HeldAtSite> held) {
        Map<String, HeldAtSite> bySite = held.stream().collect(Collectors.toMap(HeldAtSite::site, Function.identity()));
        Held all = Held.NOTHING;
        for (ConnectedSite site : sites) {
            HeldAtSite there = bySite.get(site.site().value());
            all = there == null ? all : all.plus(there);
        }
        return new SiteSummary(
                sites.size(),
                counted(sites, site -> site.state().name().toLowerCase(Locale.ROOT)),
                counted(sites, site -> site.knownTechnology().map(Enum::name).orElse("unknown")),
                sums(sites, Capacity::total),
                sums(sites, Capacity::free),
                sums(sites, SiteSummary::used),
                all,
                sites.stream().allMatch(site -> site.seenAt().isPresent())
                        ? sites.stream()
                                .map(site -> site.seenAt().orElseThrow())
                                .min(Comparator.naturalOrder())
                        : Optional.empty());
    }

    private static Map<String, Long> counted(List<ConnectedSite> sites, Function<ConnectedSite, String> by) {
        return sites.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static Sums sums(List<ConnectedSite> sites, Function<Capacity, Amounts> which) {
        List<Amounts> known = sites.stream()
                .map(site -> site.capabilities()
                        .map(seen -> which.apply(seen.capacity()))
                        .orElse(Amounts.UNKNOWN))
                .toList();
        return new Sums(
                sum(known, Amounts::vcpu),
                sum(known, Amounts::memoryGib),
                sum(known, Amounts::diskGib),
                sum(known, amounts -> amounts.gpus().map(BigDecimal::valueOf)));
    }

    private static Sum sum(List<Amounts> all, Function<Amounts, Optional<BigDecimal>> which) {
        List<BigDecimal> told =
                all.stream().flatMap(amounts -> which.apply(amounts).stream()).toList();
        return new Sum(told.stream().reduce(BigDecimal::add), told.size(), all.size() - told.size());
    }

    private static Amounts used(Capacity capacity) {
        Amounts total = capacity.total();
        Amounts free = capacity.free();
        return new Amounts(
                used(total.vcpu(), free.vcpu()),
                used(total.memoryGib(), free.memoryGib()),
                used(total.diskGib(), free.diskGib()),
                total.gpus().flatMap(all -> free.gpus().map(left -> all - left)));
    }

    private static Optional<BigDecimal> used(Optional<BigDecimal> total, Optional<BigDecimal> free) {
        return total.flatMap(all -> free.map(all::subtract));
    }
}

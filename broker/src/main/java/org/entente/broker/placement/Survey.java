package org.entente.broker.placement;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.entente.broker.site.Workload;

/**
 * One wish judged against every site: for each site the bits of all its {@link Reason}s and of all {@link Fact}s that it left
 * untold, in one pass over the columns. Sentences are made later, for the sites that somebody looks at.
 */
final class Survey {
    private final SiteIndex sites;
    private final Demand demand;
    private final Sizes sizes;
    private final long[] found;

    private Survey(SiteIndex sites, Demand demand, Sizes sizes) {
        this.sites = sites;
        this.demand = demand;
        this.sizes = sizes;
        this.found = new long[sites.size()];
    }

    /** What the sites themselves allow. */
    static Survey of(SiteIndex sites, Demand demand) {
        Sizes sizes = Sizes.of(demand.wish(), sites.flavours.values(), demand.together());
        Survey survey = new Survey(sites, demand, sizes);
        survey.judge();
        return survey;
    }

    private void judge() {
        long[] kinds = sites.kinds.judged(demand::kind);
        long[] images = sites.images.judged(there -> ImageCheck.of(demand, there));
        long[] imageDisks = sites.images.judged(there -> ImageCheck.minimumDisk(demand, there));
        long[] architectures = sites.architectures.judged(demand::architecture);
        long[] gpus = sites.gpus.judged(there -> GpuCheck.of(demand.wish(), there));
        long[] storages = sites.storages.judged(demand::storage);
        long[] networkings = sites.networkings.judged(demand::networking);
        long[] optionDisks = optionDisks();
        for (int site = 0; site < found.length; site++) {
            int option = option(site);
            long bits = kinds[sites.kinds.code(site)];
            if (bits == 0) {
                // What a site of another technology lacks besides says nothing.
                int image = sites.images.code(site);
                bits = images[image]
                        | architectures[sites.architectures.code(site)]
                        | gpus[sites.gpus.code(site)]
                        | storages[sites.storages.code(site)]
                        | networkings[sites.networkings.code(site)]
                        | sites.room.judged(site, sizes.need(option));
                if (option == Sizes.NONE) {
                    bits |= Reason.FLAVOUR_NOT_OFFERED.bit();
                } else if (imageDisks[image] > optionDisks[option]) {
                    bits |= Reason.IMAGE_NEEDS_MORE_DISK.bit();
                }
            }
            found[site] = bits;
        }
    }

    private long[] optionDisks() {
        return sizes.options().stream()
                .mapToLong(workload -> Scaled.available(workload.diskGib()))
                .toArray();
    }

    /** Adds to each site the bits that a policy finds there. */
    void add(IntToLongFunction more) {
        for (int site = 0; site < found.length; site++) {
            found[site] |= more.applyAsLong(site);
        }
    }

    Demand demand() {
        return demand;
    }

    SiteIndex sites() {
        return sites;
    }

    /** Bits of reasons and facts. */
    long found(int site) {
        return found[site];
    }

    boolean fits(int site) {
        return (found[site] & Reason.BITS) == 0;
    }

    boolean isOfOtherTechnology(int site) {
        return (found[site] & Reason.TECHNOLOGY_DIFFERS.bit()) != 0;
    }

    /** What it would be at a site, by its number among the options, or {@link Sizes#NONE}. */
    int option(int site) {
        return sizes.option(sites.flavours.code(site));
    }

    RoomNeed need(int site) {
        return sizes.need(option(site));
    }

    List<Workload> options() {
        return sizes.options();
    }

    Workload workload(int site) {
        return sizes.options().get(option(site));
    }
}

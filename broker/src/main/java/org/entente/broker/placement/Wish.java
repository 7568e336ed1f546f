package org.entente.broker.placement;

import java.util.Optional;
import org.entente.agreements.language.Place;

/**
 * What a customer wants so many times.
 *
 * @param name unique within a request
 * @param count how many equal instances
 * @param replicasPerSite exactly how many of them stand at each chosen site; absent where that does not matter
 * @param at the site where all of them are to be; absent where the broker chooses
 */
public record Wish(
        String name, WorkloadWish workload, int count, Optional<Integer> replicasPerSite, Optional<Place> at) {
    public Wish {
        if (count < 1) {
            throw new IllegalArgumentException("Of workload " + name + " at least one is wanted, but was " + count);
        }
        int perSite = replicasPerSite.orElse(1);
        if (perSite < 1 || count % perSite != 0) {
            throw new IllegalArgumentException("Of workload " + name + " " + count + " are wanted, which " + perSite
                    + " for each site do not make");
        }
    }

    /** One instance at a named site. */
    public static Wish at(Place place, String name, WorkloadWish workload) {
        return new Wish(name, workload, 1, Optional.empty(), Optional.of(place));
    }

    /** So many instances wherever the policy allows. */
    public static Wish anywhere(String name, WorkloadWish workload, int count) {
        return new Wish(name, workload, count, Optional.empty(), Optional.empty());
    }
}

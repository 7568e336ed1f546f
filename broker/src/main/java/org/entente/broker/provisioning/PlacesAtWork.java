package org.entente.broker.provisioning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.agreements.language.Place;

/** How many looks are under way, in all and at each place, and how many more there may be. */
final class PlacesAtWork {
    private final int most;
    private final int mostAtOne;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<Place, Integer> atWork = new ConcurrentHashMap<>();

    PlacesAtWork(int most, int mostAtOne) {
        this.most = most;
        this.mostAtOne = mostAtOne;
    }

    int free(Place place) {
        return Math.min(most - all.get(), mostAtOne - atWork.getOrDefault(place, 0));
    }

    void taken(Place place) {
        all.incrementAndGet();
        atWork.merge(place, 1, Integer::sum);
    }

    void left(Place place) {
        all.decrementAndGet();
        atWork.computeIfPresent(place, (same, count) -> count == 1 ? null : count - 1);
    }
}

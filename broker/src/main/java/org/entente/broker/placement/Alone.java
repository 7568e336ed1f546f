package org.entente.broker.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.broker.placement.Lot.Part;
import org.entente.broker.placement.Policy.Domain;
import org.entente.broker.placement.Policy.Spread;
import org.entente.broker.placement.Shortlist.Entry;

/**
 * The best that a lot could have were nothing else in the request: what its first pieces cost at least, however few or many
 * they are. No placement of the whole request can be better.
 */
final class Alone {
    private final long[] costs;
    private final int most;

    private Alone(long[] costs, int most) {
        this.costs = costs;
        this.most = most;
    }

    /** Takes the sites in the order of liking, each as often as its room and the rules of spreading allow. */
    static Alone of(Lot lot, List<Entry> shortlist, Judged[] wishes, Policy policy, Board board) {
        long[] costs = new long[lot.pieces() + 1];
        int placed = 0;
        Optional<Spread> wide = policy.spreads().stream()
                .filter(spread -> spread.domain() != Domain.SITE && lot.named().isEmpty())
                .findFirst();
        Map<Integer, Integer> inDomain = new HashMap<>();
        for (Entry entry : shortlist) {
            int times = Math.min(atMost(lot, entry.site(), wishes, policy), lot.pieces() - placed);
            if (wide.isPresent()) {
                int value = board.value(wide.get().domain(), entry.site());
                int left = perDomain(lot, wide.get()) - inDomain.getOrDefault(value, 0);
                times = Math.min(times, left);
                inDomain.merge(value, times, Integer::sum);
            }
            for (int time = 0; time < times; time++) {
                costs[placed + 1] = costs[placed] + entry.score();
                placed++;
            }
            if (placed == lot.pieces()) {
                break;
            }
        }
        return new Alone(costs, placed);
    }

    /** How many of its pieces can be placed at most. */
    int most() {
        return most;
    }

    /** What so many pieces cost at least. */
    long cost(int pieces) {
        return costs[Math.min(pieces, most)];
    }

    private static int atMost(Lot lot, int site, Judged[] wishes, Policy policy) {
        long times = lot.eachElsewhere() ? 1 : lot.pieces();
        for (Spread spread : policy.spreads()) {
            if (spread.domain() == Domain.SITE && lot.named().isEmpty()) {
                times = Math.min(times, perDomain(lot, spread));
            }
        }
        long[] need = lot.need(wishes, site);
        RoomColumns room = wishes[lot.parts().getFirst().wish()].survey().sites().room;
        for (int column = Room.FREE.column(Resource.VCPU); column < need.length; column++) {
            if (need[column] > 0) {
                times = Math.min(times, room.limit(site, column) / need[column]);
            }
        }
        return (int) times;
    }

    private static int perDomain(Lot lot, Spread spread) {
        return lot.parts().stream()
                .mapToInt(Part::count)
                .map(count -> spread.most() / count)
                .min()
                .orElseThrow();
    }
}

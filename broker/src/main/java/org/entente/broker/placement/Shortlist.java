package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The best sites for a lot: of each group of sites that all rules treat alike, as many as there are pieces in the request. More
 * are never needed, because the other pieces cannot take all of those, and a free one among them is at least as good as any
 * site that is not.
 */
final class Shortlist {
    private final int most;
    private final List<Best> groups = new ArrayList<>();

    private Shortlist(int most) {
        this.most = most;
    }

    /** One site and how little it is liked for a piece of the lot. */
    record Entry(int site, long score) {}

    /** In the order of liking, equals in the order of places. */
    static List<Entry> of(Lot lot, Judged[] wishes, IntUnaryOperator groupOfSite, int most) {
        Shortlist list = new Shortlist(most);
        if (lot.named().isPresent()) {
            lot.named().stream()
                    .filter(site -> site != Lots.NO_SUCH_SITE)
                    .forEach(site -> list.offer(lot, wishes, site, 0));
        } else {
            int sites = wishes[0].survey().sites().size();
            for (int site = 0; site < sites; site++) {
                list.offer(lot, wishes, site, groupOfSite.applyAsInt(site));
            }
        }
        return list.groups.stream()
                .flatMap(Best::entries)
                .sorted(Comparator.comparingLong(Entry::score).thenComparingInt(Entry::site))
                .toList();
    }

    private void offer(Lot lot, Judged[] wishes, int site, int group) {
        if (!lot.fits(wishes, site)) {
            return;
        }
        while (groups.size() <= group) {
            groups.add(new Best(most));
        }
        groups.get(group).offer(site, lot.sum(wishes, site, Judged::score));
    }

    /** The best of one group so far, the best first. */
    private static final class Best {
        private final int[] sites;
        private final long[] scores;
        private int size;

        Best(int most) {
            sites = new int[most];
            scores = new long[most];
        }

        /** Sites come in the order of places, so an equal one stands behind. */
        void offer(int site, long score) {
            if (size == sites.length && score >= scores[size - 1]) {
                return;
            }
            int place = size == sites.length ? size - 1 : size;
            while (place > 0 && scores[place - 1] > score) {
                sites[place] = sites[place - 1];
                scores[place] = scores[place - 1];
                place--;
            }
            sites[place] = site;
            scores[place] = score;
            size = Math.min(size + 1, sites.length);
        }

        Stream<Entry> entries() {
            return IntStream.range(0, size).mapToObj(rank -> new Entry(sites[rank], scores[rank]));
        }
    }
}

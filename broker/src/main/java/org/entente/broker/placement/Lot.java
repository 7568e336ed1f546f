package org.entente.broker.placement;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Pieces of a request that are all alike, each of which stands on one site as a whole.
 *
 * @param parts what one piece is made of
 * @param pieces how many there are
 * @param eachElsewhere whether no two of them share a site
 * @param named the site where they must be; absent where one is to be chosen
 */
record Lot(List<Part> parts, int pieces, boolean eachElsewhere, OptionalInt named) {
    Lot {
        parts = List.copyOf(parts);
    }

    /** So many instances of one wish, by the wish's number in the request. */
    record Part(int wish, int count) {}

    int instances() {
        return parts.stream().mapToInt(Part::count).sum();
    }

    /** What all instances of one piece have as scores or prices. */
    long sum(Judged[] wishes, int site, OfSite amount) {
        long sum = 0;
        for (Part part : parts) {
            sum += part.count() * amount.of(wishes[part.wish()], site);
        }
        return sum;
    }

    /** A number that belongs to a wish and a site. */
    interface OfSite {
        long of(Judged wish, int site);
    }

    /** The room that one piece needs, as {@link RoomNeed#byColumn}; of the largest host each part needs its own. */
    long[] need(Judged[] wishes, int site) {
        long[] need = new long[Room.COLUMNS];
        for (Part part : parts) {
            long[] one = wishes[part.wish()].survey().need(site).byColumn();
            for (int column = 0; column < need.length; column++) {
                need[column] = column < Room.FREE.column(Resource.VCPU)
                        ? Math.max(need[column], one[column])
                        : need[column] + one[column];
            }
        }
        return need;
    }

    boolean fits(Judged[] wishes, int site) {
        if (parts.size() == 1) {
            return wishes[parts.getFirst().wish()].survey().fits(site);
        }
        for (Part part : parts) {
            if (!wishes[part.wish()].survey().fits(site)) {
                return false;
            }
        }
        return hasRoom(wishes, site);
    }

    private boolean hasRoom(Judged[] wishes, int site) {
        long[] need = need(wishes, site);
        RoomColumns room = wishes[parts.getFirst().wish()].survey().sites().room;
        return IntStream.range(0, need.length).allMatch(column -> room.limit(site, column) >= need[column]);
    }
}

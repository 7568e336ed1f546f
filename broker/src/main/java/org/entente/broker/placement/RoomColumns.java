package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.broker.site.SiteCapabilities.Capacity;

/** How much room each site has: for each site a row of its sixteen limits, each {@link Room} of each {@link Resource}. */
final class RoomColumns {
    private static final int SIGN = Long.SIZE - 1;
    private final long[] limits;
    /** A bit for each limit that the site left untold. */
    private final int[] untold;

    RoomColumns(List<PricedCandidate> sites) {
        limits = new long[sites.size() * Room.COLUMNS];
        untold = new int[sites.size()];
        for (int site = 0; site < untold.length; site++) {
            Capacity capacity = sites.get(site).candidate().capabilities().capacity();
            for (Room room : Room.values()) {
                for (Resource resource : Resource.values()) {
                    int column = room.column(resource);
                    Optional<BigDecimal> amount = resource.of(room.of(capacity));
                    limits[site * Room.COLUMNS + column] =
                            amount.map(Scaled::available).orElse(Scaled.UNKNOWN);
                    untold[site] |= amount.isPresent() ? 0 : 1 << column;
                }
            }
        }
    }

    /** The bits of every limit that a need breaks, and of every limit that matters for it and is not known. */
    long judged(int site, RoomNeed need) {
        int row = site * Room.COLUMNS;
        long[] needed = need.byColumn();
        long anyBroken = 0;
        for (int column = 0; column < Room.COLUMNS; column++) {
            anyBroken |= limits[row + column] - needed[column];
        }
        long found = anyBroken < 0 ? Reason.bitsOfRoom(broken(row, needed)) : 0;
        int unknown = untold[site] & need.mattering();
        return unknown == 0 ? found : found | RoomNeed.factsOf(unknown);
    }

    /** A bit for each limit that is less than what is needed. */
    private long broken(int row, long[] needed) {
        long broken = 0;
        for (int column = 0; column < Room.COLUMNS; column++) {
            broken |= ((limits[row + column] - needed[column]) >>> SIGN) << column;
        }
        return broken;
    }

    long limit(int site, int column) {
        return limits[site * Room.COLUMNS + column];
    }
}

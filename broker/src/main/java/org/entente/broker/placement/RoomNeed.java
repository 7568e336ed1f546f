package org.entente.broker.placement;

import java.math.BigDecimal;

/** How much room something needs: one piece of it on one host, and all of it on the site. */
final class RoomNeed {
    static final RoomNeed NOTHING =
            new RoomNeed(new long[Resource.values().length], new long[Resource.values().length]);

    private static final int ONE_ROOM = 0b1111;
    private final long[] byColumn = new long[Room.COLUMNS];
    private final int mattering;

    private RoomNeed(long[] each, long[] all) {
        int bits = 0;
        for (Room room : Room.values()) {
            for (Resource resource : Resource.values()) {
                long amount = (room == Room.LARGEST ? each : all)[resource.position()];
                byColumn[room.column(resource)] = amount;
                bits |= amount > 0 ? 1 << room.column(resource) : 0;
            }
        }
        mattering = bits;
    }

    /** The need of equal pieces. Memory and disk in GiB. */
    static RoomNeed of(int pieces, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, int gpus) {
        long[] each = {
            Scaled.needed(vcpu),
            Scaled.needed(memoryGib),
            Scaled.needed(diskGib),
            Scaled.needed(BigDecimal.valueOf(gpus))
        };
        long[] all = each.clone();
        for (int resource = 0; resource < all.length; resource++) {
            all[resource] = Scaled.times(each[resource], pieces);
        }
        return new RoomNeed(each, all);
    }

    long[] byColumn() {
        return byColumn;
    }

    /** A bit for each column of which something is needed. */
    int mattering() {
        return mattering;
    }

    /** The facts that a site did not tell, from the columns that are not known. */
    static long factsOf(int unknown) {
        long facts = 0;
        for (Room room : Room.values()) {
            if ((unknown >>> room.column(Resource.VCPU) & ONE_ROOM) != 0) {
                facts |= room.fact().bit();
            }
        }
        return facts;
    }
}

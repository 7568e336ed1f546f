package org.entente.metering.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;

/** What was used, for those who price it and those who show it. */
public interface UsageRecords {
    /** The most records, or instances, that one call takes. */
    int LIMIT_MAX = 10_000;

    /**
     * The next records after a position, in the order of their positions. A reader that goes on from the last position it
     * got misses nothing: a record's position is given at its commit, under a lock, so no record ever appears behind one
     * that could already be read.
     */
    List<UsageRecord> after(long position, int limit);

    /**
     * What each instance has used until it was last seen, with the part that is not yet a record. An instance that was
     * never metered is left out, and so is a meter that an instance does not use.
     */
    Map<InstanceId, Map<Meter, Quantity>> usedSoFar(Collection<InstanceId> instances);

    /**
     * Whether every instance that started before an instant has ended, or has been seen at that instant or later with all
     * records of its calendar's days before it written. Then a period that ends there can be closed.
     */
    boolean meteredUpTo(Instant instant);
}

package org.entente.metering.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;

/** How far each instance has been metered: what {@link UsageRecords} needs to know of the observations. */
public interface Standings {
    /** Of the instances that are metered; others are left out. */
    Map<InstanceId, Standing> of(Collection<InstanceId> instances);

    /** As {@link UsageRecords#meteredUpTo}. */
    boolean allMeteredUpTo(Instant instant);

    /**
     * One instance's standing.
     *
     * @param amounts what it holds of each meter, in the meter's resource; never zero
     * @param meteredUntil until when it was seen running, or when it ended
     */
    record Standing(Map<Meter, BigDecimal> amounts, Instant startedAt, Instant meteredUntil) {
        public Standing {
            amounts = Map.copyOf(amounts);
        }
    }
}

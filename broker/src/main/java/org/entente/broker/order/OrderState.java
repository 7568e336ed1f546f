package org.entente.broker.order;

import java.util.Set;

/**
 * How an order stands.
 *
 * <pre>
 * REQUESTED --> HOLDING --> PLACING --> STARTING --> ACTIVE --> ENDING --> ENDED
 *    |  |          |           |        ^  |            |         ^
 *    |  +----------|---------->|        |  +----------->+--> DEGRADED
 *    |             v           v        |
 *    |          REFUSED <------+        |
 *    |             ^                    |
 *    +-----------> HELD ----------------+
 * </pre>
 *
 * From every state in which something may run or be made for a tenant it can be given back, to ENDING. HOLDING is a home
 * operator's state, HELD a host's.
 */
public enum OrderState {
    /** Stored, and nothing was asked of any site or partner. */
    REQUESTED,
    /** Several partners were asked to hold their parts, and nothing is ordered before all of them do. Our own part is held. */
    HOLDING,
    /** We hold it for a partner that has not ordered it yet. */
    HELD,
    /** Waits for the receipts of the partners that it was ordered from. */
    PLACING,
    /** Everybody accepted; instances are being made. */
    STARTING,
    /** Every instance runs. */
    ACTIVE,
    /** Some instance failed; the others run. */
    DEGRADED,
    /** The customer gave it back; instances are being ended. */
    ENDING,
    /** Nothing of it runs any more. */
    ENDED,
    /** It was never made, for a reason. */
    REFUSED;

    /** The states that may follow this one. */
    public Set<OrderState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(HOLDING, HELD, PLACING, STARTING, ENDING, REFUSED);
            case HOLDING -> Set.of(PLACING, ENDING, REFUSED);
            case HELD -> Set.of(STARTING, REFUSED);
            case PLACING -> Set.of(STARTING, ENDING, REFUSED);
            case STARTING -> Set.of(ACTIVE, DEGRADED, ENDING, ENDED);
            case ACTIVE -> Set.of(DEGRADED, ENDING, ENDED);
            case DEGRADED -> Set.of(ENDING);
            case ENDING -> Set.of(ENDED);
            case ENDED, REFUSED -> Set.of();
        };
    }

    /** Whether a host or we ourselves may still refuse it. */
    boolean isUndecided() {
        return this == REQUESTED || this == HOLDING || this == PLACING;
    }
}

package org.entente.broker.order;

/**
 * How an instance stands.
 *
 * <pre>
 * PLANNED --> STARTING --> ACTIVE --> ENDING --> ENDED
 *    |            |          |           ^
 *    |            +-> FAILED <+          |
 *    +--------------- (given back) ------+
 * </pre>
 */
public enum InstanceState {
    /** Nothing was asked of the site yet. */
    PLANNED,
    /** We intend to make it, and may have asked the site already. */
    STARTING,
    /** It runs and is metered. */
    ACTIVE,
    /** We intend to end it, and may have asked the site already. */
    ENDING,
    /** It is gone. */
    ENDED,
    /** It never ran, or stopped without being asked to, for a reason. */
    FAILED;

    public boolean isOver() {
        return this == ENDED || this == FAILED;
    }
}

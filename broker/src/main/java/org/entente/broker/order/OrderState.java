package org.entente.broker.order;

/**
 * How an order stands.
 *
 * <pre>
 * REQUESTED --> PLACING --> STARTING --> ACTIVE --> ENDING --> ENDED
 *     |            |            |          |
 *     +------------+--> REFUSED +----------+--> DEGRADED --> ENDING
 * </pre>
 */
public enum OrderState {
    /** Stored, and nothing was asked of any site or partner. */
    REQUESTED,
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
    REFUSED
}

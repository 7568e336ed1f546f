package org.entente.broker.site;

/**
 * How a site of ours stands.
 *
 * <pre>
 *              probe            drain            retire
 * CONNECTING ---------> IN USE ---------> DRAINING ---------> RETIRED
 *     |                   ^                  |                 ^  |
 *     |                   +--- CONNECTING &lt;---+ return          |  | connect
 *     +----------------------- retire -------------------------+  +--> CONNECTING
 *
 * IN USE: AVAILABLE, DEGRADED or UNREACHABLE, by the latest probe
 * </pre>
 */
public enum SiteState {
    /** Not probed since it was connected or returned. Nothing of it is advertised. */
    CONNECTING,
    /** The latest probe found everything that is needed. */
    AVAILABLE,
    /** It takes orders, but the latest probe found something wrong. */
    DEGRADED,
    /** The latest probe failed; what runs there is kept. */
    UNREACHABLE,
    /** Our engineers want it empty: no new orders, and what runs there stays. */
    DRAINING,
    /** It left. Nothing runs there, and its credentials are erased. */
    RETIRED;

    /** Whether a new order may go there. */
    public boolean takesOrders() {
        return this == AVAILABLE || this == DEGRADED;
    }
}

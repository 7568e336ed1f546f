package org.entente.broker.site;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.problem.ProblemException;

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

    /** The states of these names, in letters of any case. One that there is not is a {@code SITE_SELECTOR} problem. */
    public static Set<SiteState> named(Collection<String> names) {
        return names.stream().map(SiteState::named).collect(Collectors.toSet());
    }

    private static SiteState named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        SiteProblem.SITE_SELECTOR,
                        "There is no state '" + name + "', only " + Arrays.toString(values())));
    }

    /** Whether a new order may go there. */
    public boolean takesOrders() {
        return this == AVAILABLE || this == DEGRADED;
    }
}

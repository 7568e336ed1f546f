package org.entente.broker.site;

/** Whether a site can be used, by its latest probe. */
public enum SiteState {
    /** Never probed yet. Nothing of it is advertised. */
    CONNECTING,
    /** The latest probe succeeded. */
    AVAILABLE,
    /** The latest probe failed; what runs there is kept. */
    UNREACHABLE
}

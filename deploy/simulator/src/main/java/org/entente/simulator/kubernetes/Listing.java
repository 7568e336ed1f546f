package org.entente.simulator.kubernetes;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** What is asked of a list. Selectors of fields are passed over, and nothing can be watched. */
public final class Listing {
    @QueryParam("labelSelector")
    @DefaultValue("")
    String labelSelector = "";

    @QueryParam("watch")
    @DefaultValue("false")
    boolean watch;

    @QueryParam("limit")
    @DefaultValue("0")
    int limit;

    @QueryParam("continue")
    @DefaultValue("0")
    int next;
}

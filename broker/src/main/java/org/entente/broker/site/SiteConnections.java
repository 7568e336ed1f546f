package org.entente.broker.site;

import org.entente.agreements.language.Technology;

/** Finds the adapter that speaks a site's technology. */
public interface SiteConnections {
    /** The site behind an endpoint. Makes no call to it yet. */
    Site at(Technology technology, Endpoint endpoint);
}

package org.entente.broker.site;

import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.ConnectedSite.StatedPlace;

/**
 * A site to connect.
 *
 * @param technology where the engineer says it; else its endpoint is asked
 */
record NewSite(SiteId site, String name, StatedPlace place, Optional<Technology> technology, Endpoint endpoint) {}

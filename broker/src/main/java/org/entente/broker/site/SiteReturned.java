package org.entente.broker.site;

import org.entente.agreements.language.SiteId;

/** A site that could not be reached answers again. Fired in the transaction that stores its answer. */
public record SiteReturned(SiteId site) {}

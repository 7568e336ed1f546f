package org.entente.broker.site;

import org.entente.agreements.language.SiteId;

/** Tells whether anything of ours is still at a site. */
public interface RunningThere {
    /** How many instances run there, or may. Runs in the caller's transaction. */
    long at(SiteId site);
}

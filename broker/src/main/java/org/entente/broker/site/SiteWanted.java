package org.entente.broker.site;

/** A site shall be probed now. Fired inside the transaction that wants it, for the job that acts once it is committed. */
record SiteWanted() {}

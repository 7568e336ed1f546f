package org.entente.broker.site;

import org.entente.agreements.language.Technology;

/** Finds the adapter that speaks a site's technology. */
public interface SiteConnections {
    /** The site behind an endpoint. Makes no call to it yet. */
    Site at(Technology technology, Endpoint endpoint);

    /** Asks an address, without the credentials, what stands there. One that does not answer is a {@link SiteException}. */
    Recognition recognise(Endpoint endpoint);

    /** Ends what is kept open to an endpoint. */
    void leave(Endpoint endpoint);

    /** What stands at an address. */
    sealed interface Recognition {
        /** A site of this technology. */
        record Recognised(Technology technology) implements Recognition {}

        /** Something else, in a plain sentence. */
        record NoSite(String sentence) implements Recognition {}
    }
}

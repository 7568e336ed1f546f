package org.entente.commandline.operator;

import java.net.URI;
import org.entente.commandline.http.Callee;

/**
 * An operator as its clients know it.
 *
 * @param url the base URL of its server
 * @param realm the URL of its realm at the identity provider
 */
public record Operator(String id, String name, URI url, URI realm) {
    private static final String START = "start it with ./entente up";

    /** The server, for sentences about it. */
    public Callee server() {
        return new Callee(name + "'s server", url, START);
    }

    /** The identity provider, for sentences about it. */
    public Callee identityProvider() {
        return new Callee(name + "'s identity provider", realm, START);
    }
}

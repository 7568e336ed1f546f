package org.entente.broker.site;

import java.net.URI;
import java.util.Optional;

/**
 * Where a site's API is and how to log in.
 *
 * <p>For OpenStack the address is the Keystone v3 URL. The account is {@code USER@PROJECT}, both in the domain
 * {@code Default}, with the password as secret; or {@code application-credential:ID} with the credential's secret, which
 * needs neither user nor project and can be of any domain. For Kubernetes the address is the API server's URL, the account
 * is the namespace prefix of what we make there, and the secret a bearer token.
 *
 * @param region the OpenStack region, or the empty string for the only one
 * @param authority the certificates in PEM (see {@link Authority}) of the one authority that may vouch for the address;
 *     absent where one of the usual authorities does. A Kubernetes API server mostly has its own.
 */
public record Endpoint(URI address, String account, String secret, String region, Optional<String> authority) {
    /** One that a usual authority vouches for. */
    public Endpoint(URI address, String account, String secret, String region) {
        this(address, account, secret, region, Optional.empty());
    }

    /** The same for somebody else. */
    public Endpoint with(String otherAccount, String otherSecret) {
        return new Endpoint(address, otherAccount, otherSecret, region, authority);
    }

    @Override
    public String toString() {
        return "Endpoint[" + address + ", " + account + "]";
    }
}

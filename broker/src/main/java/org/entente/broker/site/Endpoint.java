package org.entente.broker.site;

import java.net.URI;

/**
 * Where a site's API is and how to log in.
 *
 * <p>For OpenStack the address is the Keystone v3 URL. The account is {@code USER@PROJECT}, both in the domain
 * {@code Default}, with the password as secret; or {@code application-credential:ID} with the credential's secret, which
 * needs neither user nor project and can be of any domain. For Kubernetes the address is the API server's URL, the account
 * is the namespace prefix of what we make there, and the secret a bearer token.
 *
 * @param region the OpenStack region, or the empty string for the only one
 */
public record Endpoint(URI address, String account, String secret, String region) {
    @Override
    public String toString() {
        return "Endpoint[" + address + ", " + account + "]";
    }
}

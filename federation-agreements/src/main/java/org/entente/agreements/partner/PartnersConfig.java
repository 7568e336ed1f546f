package org.entente.agreements.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which partners' addresses may be called. */
@ConfigMapping(prefix = "entente.partners")
public interface PartnersConfig {
    /**
     * For development only: partners may be at loopback, link-local and private addresses, and speak without TLS. Everywhere
     * else a partner's address would be a way into our own network.
     */
    @WithDefault("false")
    boolean inwardAllowed();
}

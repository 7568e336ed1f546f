package org.entente.agreements.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Which partners' addresses may be called. */
@ConfigMapping(prefix = "entente.partners")
public interface PartnersConfig {
    /**
     * For development only: partners may be at loopback, link-local and private addresses, and speak without TLS. Everywhere
     * else a partner's address would be a way into our own network.
     */
    @WithDefault("false")
    boolean inwardAllowed();

    /**
     * How long a partner that owes us an answer may be silent before it counts as vanished and everything with it is closed.
     */
    @WithDefault("P30D")
    Duration vanishedAfter();

    /** How often at least it was tried in vain by then. A clock that jumps does not make partners vanish. */
    @WithDefault("100")
    @Min(1) int vanishedAfterAttempts();

    /** How often vanished partners are looked for. */
    @WithDefault("60s")
    String vanishedLookEvery();
}

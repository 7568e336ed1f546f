package org.entente.broker.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sites are watched, and how their credentials are kept. */
@ConfigMapping(prefix = "entente.sites")
public interface SiteConfig {
    /** The key that encrypts site credentials at rest: 32 bytes in base64. */
    String credentialsKey();

    /** How often sites that are due are looked for. */
    @WithDefault("0.5s")
    String lookEvery();

    /** How long a probe's result is good. */
    @WithDefault("60s")
    Duration probeEvery();

    /** How soon an unreachable site is asked again. */
    @WithDefault("5s")
    Duration retryAfter();
}

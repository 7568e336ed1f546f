package org.entente.broker.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
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

    /** How long one probe may take before another replica may begin it again. */
    @WithDefault("5m")
    Duration probeLease();

    /** From when on a probe counts as slow. */
    @WithDefault("10s")
    Duration slowAfter();

    /** How many sites that answered last time are probed at once. */
    @WithDefault("128")
    @Min(1) int probesAtOnce();

    /** How many sites that did not answer last time are probed at once, beside the others. */
    @WithDefault("64")
    @Min(1) int retriesAtOnce();
}

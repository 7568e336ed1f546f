package org.entente.broker.administration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How what engineers push is brought to sites. */
@ConfigMapping(prefix = "entente.pushes")
public interface PushConfig {
    /** How often pushes that are due are looked for. */
    @WithDefault("0.5s")
    String lookEvery();

    /** How many sites are asked at once. */
    @WithDefault("64")
    @Min(1) int atOnce();

    /** How soon a site that did not answer, or still waits for an image, is asked again. */
    @WithDefault("5s")
    Duration retryAfter();

    /** How soon it is looked whether a site can be reached again; one that answers a probe again is asked at once. */
    @WithDefault("1m")
    Duration outOfReachAfter();

    /** How long one attempt may take before another replica may begin it again. */
    @WithDefault("5m")
    Duration lease();

    /** How long a site is waited for where the push does not say. */
    @WithDefault("30m")
    Duration within();
}

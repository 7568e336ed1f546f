package org.entente.broker.quote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How quotes are given. */
@ConfigMapping(prefix = "entente.quotes")
public interface QuoteConfig {
    /** How long a quote is binding. */
    @WithDefault("15m")
    Duration validFor();
}

package org.entente.simulator.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the whole simulator. */
@ConfigMapping(prefix = "simulator")
public interface SimulatorConfig {
    /** How long a server or a deployment takes to come up and to go, until a site's switches say otherwise. */
    @WithDefault("200")
    long delayMillis();

    /** How long every answer takes, until a site's switches say otherwise. */
    @WithDefault("0")
    long answerDelayMillis();

    /** How many sites may come into being; a call to one more is refused. */
    @WithDefault("10000")
    int sitesMax();
}

package org.entente.broker.peering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long capacity is held for orders that have parts at several operators. */
@ConfigMapping(prefix = "entente.holds")
public interface HoldConfig {
    /** How long we ask partners to hold their parts. Longer than they may take to answer, so that none is lost meanwhile. */
    @WithDefault("5m")
    Duration askFor();

    /** How long partners may take to answer before the order is given up and all holds are released. */
    @WithDefault("2m")
    Duration answersWithin();

    /** The longest that we hold anything for a partner. */
    @WithDefault("15m")
    Duration longest();

    /** How many orders we hold for a partner at once under one agreement. */
    @WithDefault("100")
    @Min(1) int openMax();
}

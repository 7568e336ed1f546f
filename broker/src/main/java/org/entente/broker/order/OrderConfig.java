package org.entente.broker.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How orders are worked on. */
@ConfigMapping(prefix = "entente.orders")
public interface OrderConfig {
    /** How often waiting orders are looked for. */
    @WithDefault("0.1s")
    String placeEvery();

    /** How often instances that are due are looked for. */
    @WithDefault("0.1s")
    String lookEvery();

    /** How long an order may take to be accepted and started before it is given up. */
    @WithDefault("10m")
    Duration deadlineAfter();

    /** How soon an instance that is being made or ended is looked at again. */
    @WithDefault("200ms")
    Duration stepPause();

    /** How soon a site that did not answer is asked again for an instance. */
    @WithDefault("5s")
    Duration retryPause();

    /** How often a running instance is observed. */
    @WithDefault("60s")
    Duration observeEvery();

    /** How often an instance at a partner is taken to run on, as long as its host says nothing else. */
    @WithDefault("5m")
    Duration assumeEvery();

    /** How many instances are looked at at once. */
    @WithDefault("256")
    @Min(1) int looksAtOnce();

    /** How many of them may be at one site or partner, so that one that hangs keeps no other waiting. */
    @WithDefault("8")
    @Min(1) int looksAtOnePlace();

    /** How long a site must be cut off before anybody may decide that what may move shall move. */
    @WithDefault("15m")
    Duration moveAfter();

    /** How often it is looked whether something is to be moved, or to go back. */
    @WithDefault("5s")
    String moveEvery();

    /** What becomes of a tenant's instance that its site does not know any more: FAIL or RECREATE. */
    @WithDefault("FAIL")
    WhenMissing whenMissing();

    /** How long one look at an instance may take. */
    @WithDefault("2m")
    Duration lease();
}

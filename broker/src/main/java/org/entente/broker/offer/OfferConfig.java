package org.entente.broker.offer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How offers to partners are kept fresh. */
@ConfigMapping(prefix = "entente.offers")
public interface OfferConfig {
    /** How often our sites and agreements are compared with what we last offered. */
    @WithDefault("1s")
    String publishEvery();

    /** How soon an offer that a partner refused is sent again. */
    @WithDefault("1m")
    Duration retryRefusedAfter();

    /** How long an offer is good. It is renewed after half of that. */
    @WithDefault("P1D")
    Duration goodFor();

    /** How often changes of sites and offers are looked for, for the index that sites are chosen by. */
    @WithDefault("0.5s")
    String followEvery();

    /** How often that index is compared with how partners and agreements stand. */
    @WithDefault("5s")
    Duration standingCheckedEvery();
}

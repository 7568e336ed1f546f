package org.entente.broker.offer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.entente.agreements.language.OperatorId;

/** How offers to partners are kept fresh, and what they tell. */
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

    /** How soon another offer may be sent in which only the room at our sites differs. */
    @WithDefault("5m")
    Duration capacityEvery();

    /** How the room at our sites is told: HIDDEN, CLASSES or EXACT. */
    @WithDefault("CLASSES")
    Disclosure.CapacityShown capacity();

    /** The same for single partners, by their operator's id, where it differs. */
    Map<String, Disclosure.CapacityShown> capacityTo();

    /** What else is told of our sites. */
    @WithDefault("LOCATION,ENERGY,ARCHITECTURES,GPUS,IMAGES,VOLUMES,NETWORKING")
    Set<Disclosure.Detail> tell();

    /** What a partner is told. */
    default Disclosure disclosure(OperatorId partner) {
        return new Disclosure(capacityTo().getOrDefault(partner.value(), capacity()), tell());
    }
}

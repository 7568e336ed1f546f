package org.entente.broker.placement;

import org.entente.agreements.language.Place;

/** A site that could take an instance, with what it would ask. */
public record PricedCandidate(Candidate candidate, SitePrices prices) {
    public Place place() {
        return candidate.place();
    }
}

package org.entente.broker.quote;

import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.broker.offer.PricedInstance;
import org.entente.broker.site.Workload;

/**
 * One instance in a quote.
 *
 * @param agreement under which a partner's site takes it; absent on our own sites
 */
public record QuotedInstance(
        String name, Place place, Optional<AgreementId> agreement, Technology technology, Workload workload) {
    PricedInstance priced() {
        return new PricedInstance(place, agreement, technology, workload);
    }
}

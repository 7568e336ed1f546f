package org.entente.broker.offer;

import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Workload;

/**
 * What a tenant's price depends on.
 *
 * @param agreement under which a partner's site takes it; absent on our own sites
 */
public record PricedInstance(Place place, Optional<AgreementId> agreement, Technology technology, Workload workload) {}

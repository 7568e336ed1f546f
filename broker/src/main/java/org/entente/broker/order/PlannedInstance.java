package org.entente.broker.order;

import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Workload;

/**
 * One instance of an order, placed but not yet made.
 *
 * @param agreement under which it runs at a partner's site, or for a partner at ours; absent between us and our tenant
 */
public record PlannedInstance(
        InstanceId instance,
        String name,
        Place place,
        Technology technology,
        Optional<AgreementId> agreement,
        Workload workload) {}

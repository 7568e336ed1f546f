package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.language.SiteId;
import org.entente.broker.site.RunningThere;

/** The stored instances, asked for what is still at a site. */
@ApplicationScoped
public class RunningAtSites implements RunningThere {
    private final Instances instances;

    RunningAtSites(Instances instances) {
        this.instances = instances;
    }

    /** One that failed is still there until the site was seen to be rid of it. */
    @Override
    public long at(SiteId site) {
        return instances.count(
                "site = ?1 and onPeer = false and (state not in (?2, ?3) or dueAt is not null)",
                site.value(),
                InstanceState.ENDED,
                InstanceState.FAILED);
    }
}

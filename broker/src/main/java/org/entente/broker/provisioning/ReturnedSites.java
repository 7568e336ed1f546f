package org.entente.broker.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.InstantSource;
import org.entente.agreements.language.SiteId;
import org.entente.broker.order.Instances;
import org.entente.broker.site.SiteReturned;
import org.jboss.logging.Logger;

/**
 * Compares what should be at a site that answers again with what is there: every instance is looked at at once. What is
 * missing failed or is made anew, and what should be gone is ended. What is there and should not be at all is found by the
 * site's sweep ({@code orphan/Orphans}), which is due then too.
 */
@ApplicationScoped
public class ReturnedSites {
    private static final Logger LOG = Logger.getLogger(ReturnedSites.class);

    private final Instances instances;
    private final InstantSource clock;

    ReturnedSites(Instances instances, InstantSource clock) {
        this.instances = instances;
        this.clock = clock;
    }

    /** Were this lost in a crash, each instance would be looked at a little later. */
    void returned(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteReturned returned) {
        SiteId site = returned.site();
        LOG.infof("site answers again siteId=%s", site);
        QuarkusTransaction.requiringNew().run(() -> instances.dueAtOnce(site, clock.instant()));
    }
}

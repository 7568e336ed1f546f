package org.entente.broker.offer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the catalogue's index current. */
@ApplicationScoped
public class CatalogueIndexJob {
    private final CatalogueIndex index;

    CatalogueIndexJob(CatalogueIndex index) {
        this.index = index;
    }

    @Scheduled(every = "${entente.offers.follow-every:0.5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        index.follow();
    }
}

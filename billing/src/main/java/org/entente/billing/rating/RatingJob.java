package org.entente.billing.rating;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the charges up with the usage log. */
@ApplicationScoped
class RatingJob {
    private static final int BATCHES_MAX = 100;

    private final UsageRating rating;

    RatingJob(UsageRating rating) {
        this.rating = rating;
    }

    @Scheduled(
            identity = "billing-rating",
            every = "{entente.billing.rating.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void rate() {
        int batches = 0;
        while (batches < BATCHES_MAX && rating.rateBatch()) {
            batches++;
        }
    }
}

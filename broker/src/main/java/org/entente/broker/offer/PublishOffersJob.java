package org.entente.broker.offer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.partner.OperatorConfig;

/** Offers our sites under each agreement in which we are the host, whenever what we would offer has changed. */
@ApplicationScoped
public class PublishOffersJob {
    private final Agreements agreements;
    private final Publisher publisher;
    private final OperatorConfig self;
    private final InstantSource clock;

    PublishOffersJob(Agreements agreements, Publisher publisher, OperatorConfig self, InstantSource clock) {
        this.agreements = agreements;
        this.publisher = publisher;
        this.self = self;
        this.clock = clock;
    }

    @Scheduled(every = "${entente.offers.publish-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publishChanged() {
        for (SignedAgreement agreement : agreements.all()) {
            if (agreement.terms().host().equals(self.operator())) {
                agreements
                        .inForceAt(agreement.terms().agreement(), clock.instant())
                        .ifPresent(publisher::publish);
            }
        }
    }
}

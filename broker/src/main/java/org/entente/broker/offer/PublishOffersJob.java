package org.entente.broker.offer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.partner.OperatorConfig;

/** Offers our sites under each agreement in which we are the host, whenever what we would offer has changed. */
@ApplicationScoped
public class PublishOffersJob {
    private final Agreements agreements;
    private final Publisher publisher;
    private final OperatorConfig self;

    PublishOffersJob(Agreements agreements, Publisher publisher, OperatorConfig self) {
        this.agreements = agreements;
        this.publisher = publisher;
        this.self = self;
    }

    @Scheduled(every = "${entente.offers.publish-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publishChanged() {
        for (SignedAgreement agreement : agreements.all()) {
            if (agreement.terms().host().equals(self.operator())) {
                publisher.publish(agreement);
            }
        }
    }
}

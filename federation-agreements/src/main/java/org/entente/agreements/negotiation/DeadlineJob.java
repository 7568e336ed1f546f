package org.entente.agreements.negotiation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.agreements.language.AgreementId;

/** Closes proposals that nobody answered in time, and drops drafts that nobody approved in time. */
@ApplicationScoped
public class DeadlineJob {
    private static final int BATCH_MAX = 100;

    private final StoredNegotiations negotiations;
    private final NegotiationTable table;
    private final StoredDrafts drafts;
    private final InstantSource clock;

    DeadlineJob(StoredNegotiations negotiations, NegotiationTable table, StoredDrafts drafts, InstantSource clock) {
        this.negotiations = negotiations;
        this.table = table;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Scheduled(every = "${entente.negotiation.look-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void closeLapsed() {
        Instant now = clock.instant();
        negotiations.lapsed(now, BATCH_MAX).forEach(row -> table.look(new AgreementId(row.agreement)));
        drafts.dropLapsed(now);
    }
}

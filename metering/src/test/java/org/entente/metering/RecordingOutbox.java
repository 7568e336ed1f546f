package org.entente.metering;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;

/** Keeps what would be delivered. */
@Alternative
@Priority(1)
@ApplicationScoped
public class RecordingOutbox implements Outbox {
    private final List<VerifiedDocument<?>> sent = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final Peers peers;
    private final InstantSource clock;

    RecordingOutbox(Peers peers, InstantSource clock) {
        this.peers = peers;
        this.clock = clock;
    }

    /** The next document is stored, but then its transaction fails. */
    public void failOnce() {
        failing.set(true);
    }

    /** The usage reports under an agreement, in the order in which they were sent. */
    public List<VerifiedDocument<UsageReport>> reports(AgreementId agreement) {
        return sent.stream()
                .filter(document -> document.body() instanceof UsageReport)
                .map(document -> document.as(UsageReport.class))
                .filter(report -> report.body().agreement().equals(agreement))
                .toList();
    }

    @Override
    public <B extends DocumentBody> VerifiedDocument<B> send(OperatorId partner, B body, List<DocumentHash> buildsOn) {
        if (failing.getAndSet(false)) {
            throw new IllegalStateException("The outbox was told to fail once");
        }
        VerifiedDocument<B> document = peers.signed(peers.operator(), partner, clock.instant(), buildsOn, body);
        sent.add(document);
        return document;
    }

    @Override
    public void forward(OperatorId partner, VerifiedDocument<?> document) {
        sent.add(document);
    }
}

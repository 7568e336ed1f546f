package org.entente.agreements.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentType;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partners;

/** The outbox in PostgreSQL. */
@ApplicationScoped
public class StoredOutbox implements Outbox, PanacheRepositoryBase<OutboxEntity, Long> {
    private static final String HEADS = """
            select o.* from agreements.outbox o
            where o.answered_at is null and o.due_at <= :now
              and not exists (select 1 from agreements.outbox earlier
                              where earlier.partner = o.partner and earlier.answered_at is null
                                and earlier.position < o.position)
            order by o.position limit 1 for update skip locked""";

    private final Parties parties;
    private final Partners partners;
    private final InstantSource clock;
    private final Event<OutboxGrew> grown;

    StoredOutbox(Parties parties, Partners partners, InstantSource clock, Event<OutboxGrew> grown) {
        this.parties = parties;
        this.partners = partners;
        this.clock = clock;
        this.grown = grown;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public <B extends DocumentBody> VerifiedDocument<B> send(OperatorId partner, B body, List<DocumentHash> buildsOn) {
        SignedDocument signed = parties.issue(partner, body, buildsOn);
        VerifiedDocument<?> document = parties.verify(signed, partners.confirmed(partner));
        forward(partner, document);
        @SuppressWarnings("unchecked") // the body is the one given
        Class<B> type = (Class<B>) body.getClass();
        return document.as(type);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void forward(OperatorId partner, VerifiedDocument<?> document) {
        OutboxEntity entity = new OutboxEntity();
        entity.partner = partner.value();
        entity.documentType = DocumentType.of(document.body()).wireName();
        entity.document = SignedDocumentJson.write(document.signed());
        entity.createdAt = clock.instant();
        entity.dueAt = entity.createdAt;
        persist(entity);
        grown.fire(new OutboxGrew());
    }

    /** The next document that may be tried, leased for a while, or nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<OutboxEntity> claim(Duration lease) {
        Instant now = clock.instant();
        List<?> heads = getEntityManager()
                .createNativeQuery(HEADS, OutboxEntity.class)
                .setParameter("now", now)
                .getResultList();
        return heads.stream().findFirst().map(OutboxEntity.class::cast).map(head -> {
            head.dueAt = now.plus(lease);
            head.attempts++;
            return head;
        });
    }

    /** Keeps a failed try's reason, and when to try again. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(OutboxEntity claimed, String reason, Duration pause) {
        OutboxEntity entity = findById(claimed.position);
        entity.lastFailure = reason;
        entity.dueAt = clock.instant().plus(pause);
    }
}

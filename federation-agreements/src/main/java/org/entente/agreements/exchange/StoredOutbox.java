package org.entente.agreements.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
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

    /**
     * Signs anew, in the caller's transaction, what waits here with the signature of a key of ours that was revoked: partners
     * take nothing new from that key. Where no other key of ours counted when a document was issued it stays as it is, and
     * its partner will refuse it.
     */
    @Transactional(TxType.MANDATORY)
    public void signAnew(String revokedKey) {
        List<OutboxEntity> pending = find("answeredAt is null order by position")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        for (OutboxEntity waiting : pending) {
            SignedDocument signed = SignedDocumentJson.read(waiting.document);
            parties.signedAnew(signed, new OperatorId(waiting.partner), revokedKey)
                    .ifPresent(anew -> waiting.document = SignedDocumentJson.write(anew));
        }
    }

    /** Makes everything that waits for this partner due now, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void hurry(OperatorId partner) {
        update("dueAt = ?1 where partner = ?2 and answeredAt is null", clock.instant(), partner.value());
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

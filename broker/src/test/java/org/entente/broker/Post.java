package org.entente.broker;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;

/** The partners' side of the exchange: hands in what they say, and answers what waits for them in the real outbox. */
@ApplicationScoped
public class Post {
    private final List<DocumentHandler<?>> handlers;
    private final List<AnswerHandler<?>> answerHandlers;
    private final EntityManager database;
    private final Peers peers;
    private final InstantSource clock;

    Post(
            @All List<DocumentHandler<?>> handlers,
            @All List<AnswerHandler<?>> answerHandlers,
            EntityManager database,
            Peers peers,
            InstantSource clock) {
        this.handlers = handlers;
        this.answerHandlers = answerHandlers;
        this.database = database;
        this.peers = peers;
        this.clock = clock;
    }

    /** A document on its way to a partner. */
    public record Sent(long position, VerifiedDocument<?> document) {
        public DocumentBody body() {
            return document.body();
        }
    }

    /** Handles what a partner says, in one transaction as the exchange does, and returns our answer. */
    public DocumentBody handIn(OperatorId from, DocumentBody body, DocumentHash... buildsOn) {
        return answerTo(from, body, buildsOn).body();
    }

    /** The same, with our answer as the partner gets it. */
    public VerifiedDocument<?> answerTo(OperatorId from, DocumentBody body, DocumentHash... buildsOn) {
        VerifiedDocument<?> document = peers.signed(from, Peers.ALBA, clock.instant(), Arrays.asList(buildsOn), body);
        return QuarkusTransaction.requiringNew().call(() -> replied(document));
    }

    /** What waits for a partner's answer, in the order in which it was sent. */
    public List<Sent> pending(OperatorId partner) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        select position, document from agreements.outbox
                        where partner = :partner and answered_at is null order by position""")
                        .setParameter("partner", partner.value())
                        .getResultList());
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Sent(
                        ((Number) row[0]).longValue(), peers.verified(SignedDocumentJson.read((String) row[1]))))
                .toList();
    }

    /** The bodies of one type among what waits for a partner. */
    public <B extends DocumentBody> List<B> pending(OperatorId partner, Class<B> type) {
        return pending(partner).stream()
                .map(Sent::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The partner answers the oldest document of a type that waits for it. */
    public void answer(OperatorId partner, Class<? extends DocumentBody> type, DocumentBody answer) {
        QuarkusTransaction.requiringNew().run(() -> answerInThisTransaction(partner, type, answer));
    }

    /** The same in the caller's transaction. */
    public void answerInThisTransaction(OperatorId partner, Class<? extends DocumentBody> type, DocumentBody answer) {
        Sent sent = pending(partner).stream()
                .filter(waiting -> type.isInstance(waiting.body()))
                .findFirst()
                .orElseThrow();
        VerifiedDocument<?> signed = peers.signed(
                partner, Peers.ALBA, clock.instant(), List.of(sent.document().hash()), answer);
        database.createNativeQuery("update agreements.outbox set answered_at = :now where position = :position")
                .setParameter("now", clock.instant())
                .setParameter("position", sent.position())
                .executeUpdate();
        answered(sent.document(), signed);
    }

    /** Deliveries to the partner fail so far, as the exchange keeps it. */
    public void fails(OperatorId partner, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        update agreements.outbox set attempts = attempts + 1, last_failure = :reason
                        where partner = :partner and answered_at is null""")
                        .setParameter("reason", reason)
                        .setParameter("partner", partner.value())
                        .executeUpdate());
    }

    @SuppressWarnings("unchecked") // a handler takes the type that it names
    private <B extends DocumentBody> VerifiedDocument<?> replied(VerifiedDocument<B> document) {
        DocumentHandler<B> handler = handlers.stream()
                .filter(one -> one.accepts().isInstance(document.body()))
                .map(one -> (DocumentHandler<B>) one)
                .findFirst()
                .orElseThrow();
        DocumentBody reply = ((Answer.Replied) handler.handle(document)).body();
        VerifiedDocument<?> signed = peers.signed(
                Peers.ALBA, document.document().issuer(), clock.instant(), List.of(document.hash()), reply);
        handler.replied(document, reply, signed.hash());
        return signed;
    }

    @SuppressWarnings("unchecked") // a handler takes the type that it names
    private <B extends DocumentBody> void answered(VerifiedDocument<B> sent, VerifiedDocument<?> answer) {
        answerHandlers.stream()
                .filter(handler -> handler.sent().isInstance(sent.body()))
                .map(handler -> (AnswerHandler<B>) handler)
                .forEach(handler -> handler.answered(sent, answer));
    }
}

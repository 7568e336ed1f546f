package org.entente.agreements.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentType;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/**
 * Documents that arrived. A document, what it brought about and its answer are stored in one transaction; a repeat finds
 * the answer and does nothing else.
 */
@ApplicationScoped
public class Inbox implements PanacheRepositoryBase<InboxEntity, InboxKey> {
    private final Handlers handlers;
    private final Parties parties;
    private final PartnerMeters meters;
    private final InstantSource clock;

    Inbox(Handlers handlers, Parties parties, PartnerMeters meters, InstantSource clock) {
        this.handlers = handlers;
        this.parties = parties;
        this.meters = meters;
        this.clock = clock;
    }

    /** The answer that was given before to the same document, or nothing if it is new. */
    @Transactional
    Optional<String> earlierAnswer(OperatorId sender, VerifiedDocument<?> received) {
        return findByIdOptional(key(sender, received)).map(entity -> {
            if (!entity.documentHash.equals(received.hash().value())) {
                throw new ProblemException(
                        ExchangeProblem.DOCUMENT_ID_REUSED,
                        "Another document with the id " + received.document().id() + " arrived before");
            }
            return entity.answer;
        });
    }

    /** Stores a new document with what it brings about, and returns the answer. Fails where it is not new. */
    @Transactional
    <B extends DocumentBody> String accept(OperatorId sender, VerifiedDocument<B> received) {
        DocumentHandler<B> handler = handlers.of(received)
                .orElseThrow(() -> new ProblemException(
                        ExchangeProblem.DOCUMENT_NOT_EXPECTED,
                        "Documents of type " + DocumentType.of(received.body()).wireName() + " are not taken"));
        InboxEntity entity = new InboxEntity();
        entity.sender = sender.value();
        entity.documentId = received.document().id().value();
        entity.documentType = DocumentType.of(received.body()).wireName();
        entity.documentHash = received.hash().value();
        entity.document = SignedDocumentJson.write(received.signed());
        entity.receivedAt = clock.instant();
        entity.answer = "";
        persistAndFlush(entity);
        Answer answer = handler.handle(received);
        SignedDocument signed = answer(sender, received, answer);
        if (answer instanceof Answer.Replied(DocumentBody reply)) {
            meters.replied(sender, reply);
            handler.replied(received, reply, signed.hash());
        }
        entity.answer = SignedDocumentJson.write(signed);
        return entity.answer;
    }

    private SignedDocument answer(OperatorId sender, VerifiedDocument<?> received, Answer answer) {
        return switch (answer) {
            case Answer.Countersigned() -> parties.countersign(received.signed(), sender);
            case Answer.Replied(DocumentBody body) -> parties.issue(sender, body, List.of(received.hash()));
        };
    }

    private static InboxKey key(OperatorId sender, VerifiedDocument<?> received) {
        return new InboxKey(sender.value(), received.document().id().value());
    }
}

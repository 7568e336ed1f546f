package org.entente.agreements.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.partner.Partner;

/** Checks what partners answer, and gives it to the module that sent the document, in one transaction. */
@ApplicationScoped
public class Answers {
    private final StoredOutbox outbox;
    private final Parties parties;
    private final Handlers handlers;
    private final PartnerMeters meters;
    private final InstantSource clock;

    Answers(StoredOutbox outbox, Parties parties, Handlers handlers, PartnerMeters meters, InstantSource clock) {
        this.outbox = outbox;
        this.parties = parties;
        this.handlers = handlers;
        this.meters = meters;
        this.clock = clock;
    }

    /** Takes an answer in, or throws {@link DocumentException} where it is not one. */
    @Transactional
    void answered(OutboxEntity claimed, Partner partner, String text) {
        VerifiedDocument<?> sent = parties.stored(SignedDocumentJson.read(claimed.document));
        SignedDocument signed = SignedDocumentJson.read(text);
        VerifiedDocument<?> answer = parties.verify(signed, partner);
        if (!isAnswerTo(sent, answer, partner)) {
            throw new DocumentException(
                    DocumentException.Code.DOCUMENT_INVALID, "It is not an answer of theirs to our document");
        }
        OutboxEntity entity = outbox.findById(claimed.position);
        if (entity.answeredAt != null) {
            return;
        }
        entity.answeredAt = clock.instant();
        entity.answer = text;
        meters.answered(partner.operator(), answer.body());
        handleAnswer(sent, answer);
    }

    @Transactional
    void rejected(OutboxEntity claimed, Delivery.Rejected rejected) {
        OutboxEntity entity = outbox.findById(claimed.position);
        if (entity.answeredAt != null) {
            return;
        }
        entity.answeredAt = clock.instant();
        entity.rejectionCode = rejected.code();
        entity.lastFailure = rejected.sentence();
        handleRejection(parties.stored(SignedDocumentJson.read(claimed.document)), rejected);
    }

    private boolean isAnswerTo(VerifiedDocument<?> sent, VerifiedDocument<?> answer, Partner partner) {
        if (!answer.signers().contains(partner.operator())) {
            return false;
        }
        return answer.hash().equals(sent.hash())
                || (answer.document().issuer().equals(partner.operator())
                        && answer.document().audience().equals(parties.self())
                        && answer.document().buildsOn().contains(sent.hash()));
    }

    private <B extends DocumentBody> void handleAnswer(VerifiedDocument<B> sent, VerifiedDocument<?> answer) {
        handlers.ofAnswersTo(sent).ifPresent(handler -> handler.answered(sent, answer));
    }

    private <B extends DocumentBody> void handleRejection(VerifiedDocument<B> sent, Delivery.Rejected rejected) {
        handlers.ofAnswersTo(sent).ifPresent(handler -> handler.rejected(sent, rejected.code(), rejected.sentence()));
    }
}

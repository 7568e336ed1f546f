package org.entente.billing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;

/** Carries documents from one operator to the other and the answer back, when the test says so. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Postbox implements Outbox {
    private final Queue<VerifiedDocument<?>> waiting = new ArrayDeque<>();
    private final Map<DocumentHash, VerifiedDocument<?>> answered = new HashMap<>();
    private final Peers peers;
    private final InstantSource clock;
    private final Instance<DocumentHandler<?>> handlers;
    private final Instance<AnswerHandler<?>> answerHandlers;

    Postbox(
            Peers peers,
            InstantSource clock,
            @Any Instance<DocumentHandler<?>> handlers,
            @Any Instance<AnswerHandler<?>> answerHandlers) {
        this.peers = peers;
        this.clock = clock;
        this.handlers = handlers;
        this.answerHandlers = answerHandlers;
    }

    @Override
    public <B extends DocumentBody> VerifiedDocument<B> send(OperatorId partner, B body, List<DocumentHash> buildsOn) {
        VerifiedDocument<B> document = peers.signed(peers.operator(), partner, clock.instant(), buildsOn, body);
        waiting.add(document);
        return document;
    }

    @Override
    public void forward(OperatorId partner, VerifiedDocument<?> document) {
        waiting.add(document);
    }

    public int waiting() {
        return waiting.size();
    }

    /** What is next to be delivered. */
    public VerifiedDocument<?> next() {
        return waiting.element();
    }

    /** Throws away what waits, as if it had never been sent. */
    public void empty() {
        waiting.clear();
    }

    /** Delivers the next document and hands the answer in. The process is the sender afterwards. */
    public VerifiedDocument<?> deliver() {
        return deliver(waiting.remove());
    }

    /** Delivers a document, handles it there and the answer here, and gives that answer back. */
    public <B extends DocumentBody> VerifiedDocument<?> deliver(VerifiedDocument<B> document) {
        VerifiedDocument<?> answer = answerTo(document);
        QuarkusTransaction.requiringNew().run(() -> answerHandler(document).answered(document, answer));
        return answer;
    }

    /** The next document arrives and is answered, but the answer is lost: the sender will send the same again. */
    public void deliverButLoseTheAnswer() {
        answerTo(waiting.element());
    }

    /**
     * What the receiver answers to a document: the earlier answer where the same one arrived before. The process is the
     * sender afterwards.
     */
    public <B extends DocumentBody> VerifiedDocument<?> answerTo(VerifiedDocument<B> document) {
        peers.become(document.document().audience());
        try {
            return answered.computeIfAbsent(
                    document.hash(),
                    hash -> QuarkusTransaction.requiringNew()
                            .call(() -> answer(document, handler(document).handle(document))));
        } finally {
            peers.become(document.document().issuer());
        }
    }

    private VerifiedDocument<?> answer(VerifiedDocument<?> document, Answer answer) {
        return switch (answer) {
            case Answer.Countersigned() -> peers.countersigned(document, peers.operator());
            case Answer.Replied(DocumentBody body) ->
                peers.signed(
                        peers.operator(),
                        document.document().issuer(),
                        clock.instant(),
                        List.of(document.hash()),
                        body);
        };
    }

    @SuppressWarnings("unchecked") // a handler takes the type that it names
    private <B extends DocumentBody> DocumentHandler<B> handler(VerifiedDocument<B> document) {
        return (DocumentHandler<B>) handlers.stream()
                .filter(handler -> handler.accepts().isInstance(document.body()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // a handler takes the type that it names
    private <B extends DocumentBody> AnswerHandler<B> answerHandler(VerifiedDocument<B> document) {
        return (AnswerHandler<B>) answerHandlers.stream()
                .filter(handler -> handler.sent().isInstance(document.body()))
                .findFirst()
                .orElseThrow();
    }
}

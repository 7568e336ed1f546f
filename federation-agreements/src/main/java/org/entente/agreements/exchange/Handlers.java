package org.entente.agreements.exchange;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.keys.VerifiedDocument;

/** Finds the one handler of a document's type among the modules' beans. */
@ApplicationScoped
public class Handlers {
    private final List<DocumentHandler<?>> handlers;
    private final List<AnswerHandler<?>> answerHandlers;

    Handlers(@All List<DocumentHandler<?>> handlers, @All List<AnswerHandler<?>> answerHandlers) {
        this.handlers = List.copyOf(handlers);
        this.answerHandlers = List.copyOf(answerHandlers);
    }

    @SuppressWarnings("unchecked") // a handler takes the type that it names
    <B extends DocumentBody> Optional<DocumentHandler<B>> of(VerifiedDocument<B> received) {
        return handlers.stream()
                .filter(handler -> handler.accepts().isInstance(received.body()))
                .map(handler -> (DocumentHandler<B>) handler)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // a handler takes the type that it names
    <B extends DocumentBody> Optional<AnswerHandler<B>> ofAnswersTo(VerifiedDocument<B> sent) {
        return answerHandlers.stream()
                .filter(handler -> handler.sent().isInstance(sent.body()))
                .map(handler -> (AnswerHandler<B>) handler)
                .findFirst();
    }
}

package org.entente.agreements.exchange;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/** What waits for partners' answers, for those who tell people why something has not happened yet. */
public interface Deliveries {
    /**
     * For each partner that owes us an answer, the document that goes first. Whatever else is on its way to that partner
     * waits behind it.
     */
    Map<OperatorId, Waiting> waiting();

    /**
     * One document that waits for its answer.
     *
     * @param documentType its name on the wire, for instance {@code order}
     * @param since when it was put into the outbox
     * @param attempts how often it was tried
     * @param lastFailure why the latest try failed, in a sentence; absent before the first failure
     */
    record Waiting(String documentType, Instant since, int attempts, Optional<String> lastFailure) {}
}

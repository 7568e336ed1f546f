package org.entente.agreements.document;

import java.time.Instant;
import org.entente.agreements.language.AgreementId;

/**
 * What one party declares about a signed agreement, without asking the other. It builds on the latest signed version.
 * Each party numbers its own notices under an agreement, upwards.
 */
public sealed interface AgreementNotice extends DocumentBody {
    AgreementId agreement();

    /** Higher than in the issuer's earlier notices under the agreement. */
    int number();

    /** The instant from which it holds. */
    Instant from();

    /** Why, in a sentence for people. */
    String reason();

    /** No order may be placed under the agreement until its issuer resumes it. What runs goes on. */
    record Suspension(AgreementId agreement, int number, Instant from, String reason) implements AgreementNotice {}

    /** The end of its issuer's own suspension. */
    record Resumption(AgreementId agreement, int number, Instant from, String reason) implements AgreementNotice {}

    /** Notice that the agreement ends at {@code from}; until then it stays in force. It cannot be taken back. */
    record Termination(AgreementId agreement, int number, Instant from, String reason) implements AgreementNotice {}
}

package org.entente.agreements.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.entente.agreements.language.OperatorId;

/**
 * One document of the paper trail, before or after it was signed.
 *
 * @param issuer who states it and signs it first
 * @param audience whom it is for; nobody else may act on it
 * @param issuedAt when, to the millisecond
 * @param buildsOn the hashes of the documents it commits to
 */
public record Document<B extends DocumentBody>(
        DocumentId id, OperatorId issuer, OperatorId audience, Instant issuedAt, List<DocumentHash> buildsOn, B body) {
    public Document {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
        buildsOn = List.copyOf(buildsOn);
    }
}

package org.entente.agreements.signing;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/**
 * How far a partner is with a key of ours.
 *
 * @param refusal why its broker did not take the key, in a sentence
 */
public record Confirmation(
        OperatorId partner, Instant askedAt, Optional<Instant> confirmedAt, Optional<String> refusal) {}

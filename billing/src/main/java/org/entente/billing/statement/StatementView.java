package org.entente.billing.statement;

import java.time.Instant;
import java.util.Optional;

/**
 * A statement as it is shown.
 *
 * @param ownTotal what we computed, exact decimal text
 * @param statedTotal what the host operator stated
 * @param equal whether an accepted statement has both totals the same to the last digit
 * @param reason the partner's sentence, where it did not accept
 */
public record StatementView(
        String agreement,
        String period,
        String host,
        String home,
        String document,
        StatementState state,
        String ownTotal,
        String statedTotal,
        String currency,
        boolean equal,
        Instant madeAt,
        Optional<String> reason) {
    /** The view of a stored statement. */
    public static StatementView of(StoredStatement statement) {
        return new StatementView(
                statement.body().agreement().value(),
                statement.body().period().toString(),
                statement.host().value(),
                statement.home().value(),
                statement.id().toString(),
                statement.state(),
                statement.ownTotal().text(),
                statement.body().total().text(),
                statement.ownTotal().currency().getCurrencyCode(),
                statement.isEqual(),
                statement.madeAt(),
                statement
                        .answer()
                        .map(StoredStatement.PartnerAnswer::sentence)
                        .filter(sentence -> !sentence.isEmpty()));
    }
}

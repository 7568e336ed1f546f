package org.entente.broker.quote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Which sites are told about, of each workload for which a site is chosen: so many from a number on, in the order of places. */
public record ExplainRequest(
        Optional<@Min(value = 0, message = "must not be negative") Integer> from,

        Optional<
                        @Min(value = 0, message = "must be from 0 to 1000") @Max(value = 1000, message = "must be from 0 to 1000") Integer>
                limit) {
    static final ExplainRequest FIRST = new ExplainRequest(Optional.empty(), Optional.empty());

    private static final int LIMIT = 20;

    int first() {
        return from.orElse(0);
    }

    int most() {
        return limit.orElse(LIMIT);
    }
}

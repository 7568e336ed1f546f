package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.agreements.language.Window;
import org.entente.billing.rating.UsageRating;
import org.entente.metering.record.UsageRecords;

/** Whether all use up to a period's end is metered and rated here. */
@ApplicationScoped
class UsageReadiness {
    private final UsageRecords usage;
    private final UsageRating rating;

    UsageReadiness(UsageRecords usage, UsageRating rating) {
        this.usage = usage;
        this.rating = rating;
    }

    /** Why it is not, in a sentence. */
    Optional<String> missing(Window window) {
        if (!usage.meteredUpTo(window.to())) {
            return Optional.of("It waits until use is metered up to " + window.to());
        }
        return rating.isCaughtUp() ? Optional.empty() : Optional.of("It waits until the use that was metered is rated");
    }
}

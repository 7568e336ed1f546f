package org.entente.billing.rating;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How rating keeps up with the usage log. */
@ConfigMapping(prefix = "entente.billing.rating")
public interface RatingConfig {
    /** How often new usage is looked for, as a duration such as {@code 2s}; {@code off} stops the job. */
    @WithDefault("2s")
    String every();

    /** How many usage records one transaction rates. */
    @WithDefault("500")
    @Min(1) @Max(10_000) int batch();

    /** How many batches are rated before a waiting statement is answered with "too early". */
    @WithDefault("20")
    @Min(1) @Max(1_000) int catchUpBatches();
}

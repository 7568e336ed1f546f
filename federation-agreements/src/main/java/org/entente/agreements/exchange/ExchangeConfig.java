package org.entente.agreements.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How documents are delivered and how old or early they may arrive. */
@ConfigMapping(prefix = "entente.exchange")
public interface ExchangeConfig {
    /** How often the outbox is looked at. */
    @WithDefault("0.1s")
    String deliverEvery();

    /** How many documents one look may deliver to each partner. */
    @WithDefault("100")
    @Min(1) @Max(1000) int batchMax();

    /** How long a partner may take to answer. */
    @WithDefault("15s")
    Duration answerTimeout();

    /** How long a delivery belongs to the replica that began it. Longer than the answer's timeout. */
    @WithDefault("30s")
    Duration lease();

    /** The longest pause before a document is tried again. */
    @WithDefault("30s")
    Duration retryPauseMax();

    /** How far ahead of our clock a document's time may be. */
    @WithDefault("2m")
    Duration clockSkewMax();

    /** How old a document may be when it first arrives. */
    @WithDefault("P400D")
    Duration ageMax();
}

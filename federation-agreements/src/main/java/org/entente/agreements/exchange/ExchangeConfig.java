package org.entente.agreements.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How documents are delivered and how old or early they may arrive. */
@ConfigMapping(prefix = "entente.exchange")
public interface ExchangeConfig {
    /** How often the outbox is looked at for what is due again; what is new goes out at once. */
    @WithDefault("0.1s")
    String deliverEvery();

    /** How long a partner may take to answer. */
    @WithDefault("15s")
    Duration answerTimeout();

    /** How long a delivery belongs to the replica that began it. Longer than the answer's timeout. */
    @WithDefault("30s")
    Duration lease();

    /** The longest pause before a document is tried again. */
    @WithDefault("30s")
    Duration retryPauseMax();

    /** How many documents a second each partner may hand in, at this replica. */
    @WithDefault("500")
    @Min(1) int documentsPerSecondMax();

    /** How far ahead of our clock a document's time may be. */
    @WithDefault("2m")
    Duration clockSkewMax();

    /** How old a document may be when it first arrives. */
    @WithDefault("P400D")
    Duration ageMax();
}

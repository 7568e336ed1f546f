package org.entente.agreements.negotiation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this operator negotiates. */
@ConfigMapping(prefix = "entente.negotiation")
public interface NegotiationConfig {
    /** Whether what binds us (proposing, countering, accepting) takes a second engineer's approval. */
    @WithDefault("false")
    boolean secondPerson();

    /** How long the partner has to answer where the proposer says nothing else. */
    @WithDefault("P14D")
    Duration answerWithin();

    /** The longest that a proposal may stay on the table, ours or a partner's. */
    @WithDefault("P90D")
    Duration answerWithinMax();

    /** How often deadlines are looked at. */
    @WithDefault("1s")
    String lookEvery();
}

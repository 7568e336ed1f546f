package org.entente.agreements.exchange;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/**
 * How often each partner may knock, so that none takes the door from the others. It counts in this process: with several
 * replicas a partner may knock that many times as often.
 */
@ApplicationScoped
public class RateLimits {
    private final Map<OperatorId, Guard> guards = new ConcurrentHashMap<>();
    private final int perSecond;

    RateLimits(ExchangeConfig config) {
        this.perSecond = config.documentsPerSecondMax();
    }

    /** Counts one call of this partner, or refuses it. */
    public void count(OperatorId partner) {
        try {
            guards.computeIfAbsent(partner, unknown -> guard()).get(() -> partner, OperatorId.class);
        } catch (RateLimitException tooOften) {
            throw new ProblemException(
                    ExchangeProblem.RATE_LIMIT_REACHED,
                    partner + " may hand in " + perSecond + " documents a second: try again in a moment",
                    tooOften);
        }
    }

    private Guard guard() {
        return Guard.create()
                .withRateLimit()
                .limit(perSecond)
                .window(1, ChronoUnit.SECONDS)
                .type(RateLimitType.ROLLING)
                .done()
                .build();
    }
}

package org.entente.billing.closing;

import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.billing.BilledMonth;
import org.entente.billing.MovableClock;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.rating.UsageRating;

/** Boreal, the host, and Alba, the home operator, close months: each by its own wish and its own job. */
@ApplicationScoped
public class TwoOperators {
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(2);

    private final Peers peers;
    private final Postbox postbox;
    private final MovableClock clock;
    private final Periods periods;
    private final Jobs jobs;
    private final PeriodViews views;

    TwoOperators(Peers peers, Postbox postbox, MovableClock clock, Periods periods, Jobs jobs, PeriodViews views) {
        this.peers = peers;
        this.postbox = postbox;
        this.clock = clock;
        this.periods = periods;
        this.jobs = jobs;
        this.views = views;
    }

    /** Closes a month at both, as far as it goes without anybody's help. The process is Alba afterwards. */
    public void close(BilledMonth month) {
        ask(BOREAL, month.period(), "close-" + month.period());
        ask(ALBA, month.period(), "close-" + month.period());
        for (int run = 0; run < 4; run++) {
            advance(BOREAL);
            while (postbox.waiting() > 0) {
                postbox.deliver();
            }
            advance(ALBA);
        }
    }

    /** An operator's finance asks to close a month. */
    void ask(OperatorId operator, YearMonth period, String key) {
        peers.become(operator);
        periods.request(period, key, "fina", clock.instant());
    }

    /** The next run of an operator's jobs. */
    void advance(OperatorId operator) {
        peers.become(operator);
        clock.passes(BETWEEN_RUNS);
        jobs.run();
    }

    /** Boreal states the month and Alba answers. */
    VerifiedDocument<?> stateAndAnswer(BilledMonth month) {
        ask(BOREAL, month.period(), "close-" + month.period());
        advance(BOREAL);
        return postbox.deliver();
    }

    PeriodView seenBy(OperatorId operator, BilledMonth month) {
        peers.become(operator);
        return views.of(month.period());
    }

    /** What the schedule would run. */
    @ApplicationScoped
    static class Jobs {
        private final UsageRating rating;
        private final CloseJob closing;

        Jobs(UsageRating rating, CloseJob closing) {
            this.rating = rating;
            this.closing = closing;
        }

        void run() {
            while (rating.rateBatch()) {
                // the next batch
            }
            closing.close();
        }
    }
}

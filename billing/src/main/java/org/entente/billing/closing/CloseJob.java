package org.entente.billing.closing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes the closing of periods as far as it goes, and settles what nobody else will with partners that are closed. Several
 * replicas may do so: each step guards itself.
 */
@ApplicationScoped
class CloseJob {
    private static final Logger LOG = Logger.getLogger(CloseJob.class);

    private final Periods periods;
    private final PeriodClosing closing;
    private final AgreementSteps underAgreements;
    private final CloseSteps taking;
    private final InstantSource clock;

    CloseJob(
            Periods periods,
            PeriodClosing closing,
            AgreementSteps underAgreements,
            CloseSteps taking,
            InstantSource clock) {
        this.periods = periods;
        this.closing = closing;
        this.underAgreements = underAgreements;
        this.taking = taking;
        this.clock = clock;
    }

    @Scheduled(
            identity = "billing-closing",
            every = "{entente.billing.closing.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void close() {
        periods.closing().forEach(this::advance);
        underAgreements.alone().forEach((period, steps) -> steps.forEach(step -> take(step, period)));
    }

    private void advance(Closing period) {
        List<Step> steps = closing.steps(period);
        if (steps.stream().allMatch(Step.Done.class::isInstance)) {
            periods.closed(period, clock.instant());
            LOG.infof("period closed period=%s", period.period());
            return;
        }
        for (Step step : steps) {
            take(step, period.period());
        }
    }

    /**
     * One step that fails must not hold up the others; it is tried again at the next run. What the database refuses at the
     * commit, because another replica was quicker, arrives as an exception of the transaction.
     */
    private void take(Step step, YearMonth period) {
        try {
            taking.take(step, period);
        } catch (RuntimeException failed) {
            String name = step.getClass().getSimpleName();
            LOG.errorf(failed, "closing step failed period=%s step=%s", period, name);
        }
    }
}

package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.invoice.Invoices;
import org.entente.billing.invoice.StoredInvoice;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.statement.Statements;
import org.entente.billing.statement.StoredStatement;
import org.entente.billing.statement.StoredStatement.PartnerAnswer;
import org.entente.metering.report.UsageReports;

/** What comes next at the host operator: state what was used, then bill what was accepted. */
@ApplicationScoped
class HostSteps {
    private static final int DOUBLINGS_MAX = 20;

    private final UsageReadiness readiness;
    private final UsageReports reports;
    private final Charges charges;
    private final Statements statements;
    private final Invoices invoices;
    private final Timing timing;

    HostSteps(
            UsageReadiness readiness,
            UsageReports reports,
            Charges charges,
            Statements statements,
            Invoices invoices,
            Timing timing) {
        this.readiness = readiness;
        this.reports = reports;
        this.charges = charges;
        this.statements = statements;
        this.invoices = invoices;
        this.timing = timing;
    }

    Step next(SignedAgreement agreement, Closing closing) {
        return statements
                .latest(agreement.terms().agreement(), closing.period())
                .map(statement -> afterStatement(agreement, closing, statement))
                .orElseGet(() -> firstStatement(agreement, closing));
    }

    private Step firstStatement(SignedAgreement agreement, Closing closing) {
        AgreementTerms terms = agreement.terms();
        Window window = terms.calendar().window(closing.period());
        Instant deadline = window.to().plus(timing.config().usageWithin());
        Optional<String> missing = readiness.missing(window);
        if (missing.isPresent()) {
            return waiting(terms, terms.host(), deadline, missing.get());
        }
        if (!charges.anyBilled(Side.SOLD, terms.agreement().value(), closing.period())) {
            return new Step.Done();
        }
        if (!reports.allCountersigned(terms.agreement(), window)) {
            return waiting(
                    terms,
                    terms.home(),
                    deadline,
                    "It waits until " + terms.home() + " has countersigned all usage reports of the period");
        }
        return new Step.SendStatement(agreement);
    }

    private Step afterStatement(SignedAgreement agreement, Closing closing, StoredStatement statement) {
        AgreementTerms terms = agreement.terms();
        Instant disputable =
                statement.madeAt().plus(Duration.ofDays(terms.settlement().disputeDays()));
        return switch (statement.state()) {
            case SENT ->
                waiting(terms, terms.home(), disputable, "It waits for " + terms.home() + " to accept the statement");
            case DEFERRED -> again(agreement, closing, statement, disputable);
            case REFUSED -> disputed(agreement, closing, statement, disputable);
            case ACCEPTED, FINAL -> bill(agreement, statement);
            // Beside what we hold ourselves; it is never the latest of ours.
            case TOLD -> new Step.Done();
        };
    }

    private Step again(SignedAgreement agreement, Closing closing, StoredStatement statement, Instant deadline) {
        AgreementTerms terms = agreement.terms();
        PartnerAnswer answer = statement.answer().orElseThrow();
        long tries = statements.deferrals(terms.agreement(), closing.period());
        Instant next = answer.at().plus(timing.pause(tries));
        if (timing.now().isBefore(next)) {
            return waiting(
                    terms,
                    terms.home(),
                    deadline,
                    terms.home() + " was not ready for the statement (" + answer.sentence() + "); it is sent again at "
                            + next);
        }
        return firstStatement(agreement, closing);
    }

    private Step disputed(SignedAgreement agreement, Closing closing, StoredStatement statement, Instant deadline) {
        AgreementTerms terms = agreement.terms();
        PartnerAnswer answer = statement.answer().orElseThrow();
        return closing.requestedAt().isAfter(answer.at())
                ? firstStatement(agreement, closing)
                : waiting(
                        terms,
                        terms.host(),
                        deadline,
                        terms.home() + " refused the statement (" + answer.code() + "): " + answer.sentence());
    }

    private Step bill(SignedAgreement agreement, StoredStatement statement) {
        AgreementTerms terms = agreement.terms();
        Instant deadline = statement.madeAt().plus(timing.config().invoiceWithin());
        Optional<StoredInvoice> invoice =
                invoices.underAgreement(terms.agreement(), statement.body().period());
        if (invoice.isEmpty()) {
            return new Step.SendInvoice(agreement, statement);
        }
        String number = invoice.get().heading().number();
        return switch (invoice.get().state()) {
            case ISSUED, ACKNOWLEDGED, RECEIVED -> new Step.Done();
            case SENT ->
                waiting(
                        terms,
                        terms.home(),
                        deadline,
                        "It waits for " + terms.home() + " to acknowledge invoice " + number);
            case REFUSED ->
                waiting(
                        terms,
                        terms.host(),
                        deadline,
                        terms.home() + " refused invoice " + number + ": "
                                + invoice.get().answer().orElse("without a reason"));
        };
    }

    private static Step waiting(AgreementTerms terms, OperatorId owner, Instant deadline, String reason) {
        return new Step.Waiting(new Wait(Optional.of(terms.agreement()), owner, deadline, reason));
    }

    /** The clock and the times that things should take. */
    @ApplicationScoped
    static class Timing {
        private final ClosingConfig config;
        private final InstantSource clock;

        Timing(ClosingConfig config, InstantSource clock) {
            this.config = config;
            this.clock = clock;
        }

        ClosingConfig config() {
            return config;
        }

        Instant now() {
            return clock.instant();
        }

        /** The pause after so many tries. */
        Duration pause(long tries) {
            Duration pause = config.resendPause().multipliedBy(1L << Math.min(Math.max(tries - 1, 0), DOUBLINGS_MAX));
            return pause.compareTo(config.resendPauseMax()) < 0 ? pause : config.resendPauseMax();
        }
    }
}

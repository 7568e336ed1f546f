package org.entente.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Statement;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.rating.UsageRating;
import org.entente.metering.report.ReportState;
import org.entente.metering.report.UsageReports;

/** The host operator states what a period under an agreement costs, and sends it in the same transaction. */
@ApplicationScoped
public class StatementIssuing {
    private final UsageRating rating;
    private final Charges charges;
    private final UsageReports reports;
    private final Outbox outbox;
    private final Statements statements;
    private final InstantSource clock;

    StatementIssuing(
            UsageRating rating,
            Charges charges,
            UsageReports reports,
            Outbox outbox,
            Statements statements,
            InstantSource clock) {
        this.rating = rating;
        this.charges = charges;
        this.reports = reports;
        this.outbox = outbox;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Makes and sends the statement. Does nothing where rating has not caught up, or where one stands already: another
     * replica may have been quicker.
     */
    @Transactional
    public void issue(SignedAgreement agreement, YearMonth period) {
        AgreementTerms terms = agreement.terms();
        if (!rating.catchUp() || stands(terms, period)) {
            return;
        }
        Statement statement = StatementDraft.of(
                terms, period, charges.totals(Side.SOLD, terms.agreement().value(), period));
        List<DocumentHash> buildsOn = new ArrayList<>(List.of(agreement.hash()));
        reports.reports(terms.agreement(), statement.window()).stream()
                .filter(report -> report.state() == ReportState.COUNTERSIGNED)
                .forEach(report -> buildsOn.add(report.hash()));
        VerifiedDocument<Statement> sent = outbox.send(terms.home(), statement, buildsOn);
        statements.sent(sent, clock.instant());
    }

    private boolean stands(AgreementTerms terms, YearMonth period) {
        return statements
                .latest(terms.agreement(), period)
                .map(StoredStatement::state)
                .filter(state -> state == StatementState.SENT || state == StatementState.ACCEPTED)
                .isPresent();
    }
}

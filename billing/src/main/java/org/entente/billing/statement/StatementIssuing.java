package org.entente.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Statement;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.rating.UsageRating;
import org.entente.billing.statement.StoredStatement.PartnerAnswer;
import org.entente.metering.report.ReportState;
import org.entente.metering.report.UsageReports;

/**
 * What a period under an agreement costs: the host operator states it and sends it in the same transaction. Where there is no
 * more business with the partner, either party states it alone.
 */
@ApplicationScoped
public class StatementIssuing {
    private final DocumentSigner self;
    private final UsageRating rating;
    private final Charges charges;
    private final UsageReports reports;
    private final Outbox outbox;
    private final Statements statements;
    private final InstantSource clock;

    StatementIssuing(
            DocumentSigner self,
            UsageRating rating,
            Charges charges,
            UsageReports reports,
            Outbox outbox,
            Statements statements,
            InstantSource clock) {
        this.self = self;
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
        Statement statement = stated(terms, period);
        List<DocumentHash> buildsOn = new ArrayList<>(List.of(agreement.hash()));
        reports.reports(terms.agreement(), statement.window()).stream()
                .filter(report -> report.state() == ReportState.COUNTERSIGNED)
                .forEach(report -> buildsOn.add(report.hash()));
        VerifiedDocument<Statement> sent = outbox.send(terms.home(), statement, buildsOn);
        statements.sent(sent, clock.instant());
    }

    /**
     * States by ourselves what a period comes to, whichever party we are, since the partner will not answer. A statement that
     * it never answered is given up for it. Does nothing where rating has not caught up, or where one stands already.
     *
     * @return the statement that the partner is to be billed for; empty where there is none, or where it is for the partner to bill
     */
    @Transactional
    public Optional<StoredStatement> issueAlone(SignedAgreement agreement, YearMonth period, String reason) {
        AgreementTerms terms = agreement.terms();
        if (!rating.catchUp()) {
            return Optional.empty();
        }
        statements.giveUp(terms.agreement(), period, new PartnerAnswer(clock.instant(), "PARTNER_CLOSED", reason));
        if (stands(terms, period)) {
            return Optional.empty();
        }
        Statement statement = stated(terms, period);
        List<DocumentHash> buildsOn = new ArrayList<>(List.of(agreement.hash()));
        reports.reports(terms.agreement(), statement.window()).forEach(report -> buildsOn.add(report.hash()));
        OperatorId partner = isHost(terms) ? terms.home() : terms.host();
        StoredStatement last = statements.alone(
                outbox.send(partner, new FinalStatement(statement, reason), buildsOn), terms, clock.instant());
        return Optional.of(last).filter(any -> isHost(terms));
    }

    private boolean isHost(AgreementTerms terms) {
        return terms.host().equals(self.operator());
    }

    private Statement stated(AgreementTerms terms, YearMonth period) {
        Side side = isHost(terms) ? Side.SOLD : Side.BOUGHT;
        return StatementDraft.of(
                terms, period, charges.totals(side, terms.agreement().value(), period));
    }

    private boolean stands(AgreementTerms terms, YearMonth period) {
        return statements
                .latest(terms.agreement(), period)
                .map(StoredStatement::state)
                .filter(StatementState::isStanding)
                .isPresent();
    }
}

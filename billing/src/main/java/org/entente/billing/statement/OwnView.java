package org.entente.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.rating.UsageRating;
import org.entente.metering.record.UsageRecords;
import org.entente.metering.report.ReportState;
import org.entente.metering.report.UsageReports;

/** The home operator's own view of a period: whether it is complete, and what it comes to. */
@ApplicationScoped
class OwnView {
    private final UsageRecords usage;
    private final UsageReports reports;
    private final UsageRating rating;
    private final Charges charges;

    OwnView(UsageRecords usage, UsageReports reports, UsageRating rating, Charges charges) {
        this.usage = usage;
        this.reports = reports;
        this.rating = rating;
        this.charges = charges;
    }

    /** Why our own view is not complete yet, or why the statement leaves out use that we countersigned. */
    Optional<Refusal> refusal(Document<Statement> document) {
        Statement stated = document.body();
        if (!usage.meteredUpTo(stated.window().to())) {
            return Optional.of(new Refusal(
                    StatementReceiving.TOO_EARLY,
                    "Use is not metered here up to " + stated.window().to() + " yet"));
        }
        if (!rating.catchUp()) {
            return Optional.of(
                    new Refusal(StatementReceiving.TOO_EARLY, "What was metered here is not rated here yet"));
        }
        Set<DocumentHash> named = new HashSet<>(document.buildsOn());
        return reports.reports(stated.agreement(), stated.window()).stream()
                .filter(report -> report.state() == ReportState.COUNTERSIGNED)
                .filter(report -> !named.contains(report.hash()))
                .findFirst()
                .map(report -> new Refusal(
                        "STATEMENT_REPORT_LEFT_OUT",
                        "The statement does not build on usage report " + report.number() + " of the period"));
    }

    /** What the period comes to on a side of ours, as far as use is metered here by now. */
    Statement soFar(AgreementTerms terms, YearMonth period, Side side) {
        rating.catchUp();
        return statement(terms, period, side);
    }

    Statement statement(AgreementTerms terms, YearMonth period) {
        return statement(terms, period, Side.BOUGHT);
    }

    private Statement statement(AgreementTerms terms, YearMonth period, Side side) {
        return StatementDraft.of(
                terms, period, charges.totals(side, terms.agreement().value(), period));
    }
}

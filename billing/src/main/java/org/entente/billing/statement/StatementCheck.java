package org.entente.billing.statement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.statement.StatementDraft.LineKey;

/** What can be said of a statement by its own bytes, the agreement and the clock: whether it is one at all. Pure. */
record StatementCheck(
        Document<Statement> document,
        SignedAgreement agreement,
        List<SignedAgreement> versions,
        OperatorId self,
        Instant now) {
    private static final Comparator<LineKey> ORDER =
            Comparator.comparing(LineKey::instance).thenComparing(LineKey::priceLine);

    /** A check under an agreement of one version. */
    StatementCheck(Document<Statement> document, SignedAgreement agreement, OperatorId self, Instant now) {
        this(document, agreement, List.of(agreement), self, now);
    }

    /** The first thing that is wrong, if anything is. */
    Optional<Refusal> refusal() {
        return notBetweenUs().or(this::contentRefusal);
    }

    /** The first thing that is wrong, whoever of the two states it. */
    Optional<Refusal> contentRefusal() {
        return notOfThePeriod()
                .or(this::notUnderTheAgreement)
                .or(this::linesOutOfOrder)
                .or(this::lineUnknown)
                .or(this::notTheSum);
    }

    private Optional<Refusal> notBetweenUs() {
        AgreementTerms terms = agreement.terms();
        return document.issuer().equals(terms.host()) && terms.home().equals(self)
                ? Optional.empty()
                : refused(
                        "STATEMENT_NOT_YOURS",
                        "Under " + terms.agreement() + " only " + terms.host() + " may send a statement to "
                                + terms.home());
    }

    private Optional<Refusal> notOfThePeriod() {
        Statement statement = document.body();
        if (!statement.window().equals(agreement.terms().calendar().window(statement.period()))) {
            return refused(
                    "STATEMENT_WINDOW_WRONG",
                    statement.period() + " is not the window of the statement by the agreement's calendar");
        }
        return now.isBefore(statement.window().to())
                ? refused(
                        StatementReceiving.TOO_EARLY,
                        "The period ends at " + statement.window().to() + ", but it is " + now + " here")
                : Optional.empty();
    }

    private Optional<Refusal> notUnderTheAgreement() {
        return document.buildsOn().contains(agreement.hash())
                ? Optional.empty()
                : refused(
                        "STATEMENT_AGREEMENT_WRONG", "The statement does not build on the agreement version in force");
    }

    private Optional<Refusal> linesOutOfOrder() {
        List<LineKey> keys = document.body().lines().stream().map(LineKey::of).toList();
        for (int line = 1; line < keys.size(); line++) {
            if (ORDER.compare(keys.get(line - 1), keys.get(line)) >= 0) {
                return refused(
                        "STATEMENT_LINES_WRONG",
                        "Line " + (line + 1) + " must come after line " + line + " by instance, then price line");
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> lineUnknown() {
        return document.body().lines().stream()
                .filter(line -> !isPriced(line))
                .findFirst()
                .flatMap(line -> refused(
                        "STATEMENT_LINES_WRONG",
                        "The agreement has no price line " + line.priceLine() + " for "
                                + line.quantity().meter() + " in "
                                + line.amount().currency()));
    }

    private boolean isPriced(StatementLine line) {
        return versions.stream()
                .flatMap(version -> version.terms().rateCard().lines().stream())
                .anyMatch(known -> known.id().equals(line.priceLine())
                        && known.meter() == line.quantity().meter()
                        && known.currency().equals(line.amount().currency()));
    }

    private Optional<Refusal> notTheSum() {
        Statement statement = document.body();
        return statement.total().equals(StatementDraft.sum(agreement.terms(), statement.lines()))
                ? Optional.empty()
                : refused("STATEMENT_TOTAL_WRONG", "The total is not the sum of the lines");
    }

    private static Optional<Refusal> refused(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}

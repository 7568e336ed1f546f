package org.entente.agreements.verification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;

/**
 * A statement: accepted by both, its lines add up, its quantities are those of the reports that it builds on, and its
 * amounts are what the agreement makes of them.
 */
record StatementRules(PaperTrail trail, Checked file) {
    private record Used(InstanceId instance, Meter meter) implements Comparable<Used> {
        @Override
        public int compareTo(Used other) {
            int byInstance = instance.compareTo(other.instance);
            return byInstance != 0 ? byInstance : meter.compareTo(other.meter);
        }
    }

    void check(VerifiedDocument<?> document, Statement statement) {
        PaperTrail.bothSigned(file, document, "both accepted " + statement.total() + " for " + statement.period());
        follows(document, statement);
    }

    /** What one party holds by itself. That of the host follows from its reports; the home operator counted by itself. */
    void checkAlone(VerifiedDocument<?> document, FinalStatement last) {
        OperatorId issuer = document.document().issuer();
        Statement statement = last.statement();
        file.open("it is the word of " + issuer + " alone on " + statement.period() + ": " + last.reason());
        boolean byHome = trail.base(document, AgreementVersion.class)
                .filter(agreed -> agreed.terms().home().equals(issuer))
                .isPresent();
        if (byHome) {
            sums(statement);
            file.open("its quantities are what " + issuer + " counted itself, so they were not recomputed");
        } else {
            follows(document, statement);
        }
    }

    private void follows(VerifiedDocument<?> document, Statement statement) {
        sums(statement);
        if (trail.missing(document) > 0) {
            file.open(trail.missing(document) + " of the "
                    + document.document().buildsOn().size()
                    + " documents that it builds on are not among the files, so its quantities were not recomputed");
        } else {
            List<ReportedUsage> records = trail.bases(document, UsageReport.class).stream()
                    .flatMap(report -> report.records().stream())
                    .filter(record -> statement.window().contains(record.window()))
                    .toList();
            quantities(statement, records);
            trail.base(document, AgreementVersion.class)
                    .ifPresent(agreed -> amounts(agreed.terms(), statement, records));
        }
    }

    private void amounts(AgreementTerms terms, Statement statement, List<ReportedUsage> records) {
        Optional<String> hindrance = StatementPrices.hindrance(terms);
        if (hindrance.isPresent()) {
            file.open("its amounts were not computed again: " + hindrance.get());
            return;
        }
        List<String> differences = StatementPrices.differences(terms, statement, records);
        differences.forEach(difference -> file.broken("STATEMENT_AMOUNT_WRONG", difference));
        if (differences.isEmpty()) {
            file.proved("every amount in it is what version " + terms.version() + " of " + terms.agreement()
                    + " makes of the reported use");
        }
    }

    private void sums(Statement statement) {
        Money sum = statement.lines().stream()
                .map(StatementLine::amount)
                .reduce(Money.zero(statement.total().currency()), Money::plus);
        if (sum.compareTo(statement.total()) == 0) {
            file.proved("its " + statement.lines().size() + " lines add up to " + statement.total());
        } else {
            file.broken("STATEMENT_SUM_WRONG", "its lines add up to " + sum + ", not to " + statement.total());
        }
    }

    private void quantities(Statement statement, List<ReportedUsage> records) {
        Map<Used, BigDecimal> reported = new TreeMap<>();
        records.forEach(record -> reported.merge(used(record), record.quantity().value(), BigDecimal::add));
        Map<Used, BigDecimal> stated = new TreeMap<>();
        for (StatementLine line : statement.lines()) {
            stated.merge(
                    new Used(line.instance(), line.quantity().meter()),
                    line.quantity().value(),
                    BigDecimal::add);
        }
        int before = file.findings().size();
        stated.forEach((used, quantity) -> {
            BigDecimal known = reported.getOrDefault(used, BigDecimal.ZERO);
            if (known.compareTo(quantity) != 0) {
                file.broken(
                        "STATEMENT_QUANTITY_WRONG",
                        used.instance() + " used " + plain(known) + " of " + used.meter()
                                + " by the reports, but the statement charges " + plain(quantity));
            }
        });
        if (file.findings().size() == before) {
            file.proved("every quantity in it is the sum of the reported records");
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static Used used(ReportedUsage record) {
        return new Used(record.instance(), record.quantity().meter());
    }
}

package org.entente.agreements.verification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;

/** A statement: accepted by both, its lines add up, and its quantities are those of the reports that it builds on. */
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
        sums(statement);
        if (trail.missing(document) > 0) {
            file.open(trail.missing(document) + " of the "
                    + document.document().buildsOn().size()
                    + " documents that it builds on are not among the files, so its quantities were not recomputed");
        } else {
            quantities(statement, trail.bases(document, UsageReport.class));
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

    private void quantities(Statement statement, List<UsageReport> reports) {
        Map<Used, BigDecimal> reported = new TreeMap<>();
        for (UsageReport report : reports) {
            report.records().stream()
                    .filter(record -> statement.window().contains(record.window()))
                    .forEach(record ->
                            reported.merge(used(record), record.quantity().value(), BigDecimal::add));
        }
        int before = file.findings().size();
        for (StatementLine line : statement.lines()) {
            Used used = new Used(line.instance(), line.quantity().meter());
            BigDecimal known = reported.getOrDefault(used, BigDecimal.ZERO);
            if (known.compareTo(line.quantity().value()) != 0) {
                file.broken(
                        "STATEMENT_QUANTITY_WRONG",
                        line.instance() + " used " + known.stripTrailingZeros().toPlainString() + " of "
                                + used.meter() + " by the reports, but the statement charges "
                                + line.quantity().value().stripTrailingZeros().toPlainString());
            }
        }
        if (file.findings().size() == before) {
            file.proved("every quantity in it is the sum of the records in the " + reports.size() + " reports");
        }
    }

    private static Used used(ReportedUsage record) {
        return new Used(record.instance(), record.quantity().meter());
    }
}

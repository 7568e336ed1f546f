package org.entente.billing.statement;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.rating.ChargeTotal;

/**
 * What one operator's charges under an agreement come to in a period, in the one form that both operators can compare:
 * a line for each instance and price line, by instance, then price line, and exact sums.
 */
public final class StatementDraft {
    private StatementDraft() {}

    /** The statement that these totals make. */
    public static Statement of(AgreementTerms terms, YearMonth period, List<ChargeTotal> totals) {
        Map<LineKey, StatementLine> lines =
                new TreeMap<>(Comparator.comparing(LineKey::instance).thenComparing(LineKey::priceLine));
        for (ChargeTotal total : totals) {
            lines.merge(
                    new LineKey(total.instance(), total.line().id()),
                    new StatementLine(
                            total.instance(),
                            total.place().site(),
                            total.line().id(),
                            total.quantity(),
                            total.amount()),
                    StatementDraft::together);
        }
        return new Statement(
                terms.agreement(),
                period,
                terms.calendar().window(period),
                List.copyOf(lines.values()),
                sum(terms, List.copyOf(lines.values())));
    }

    /** The exact sum of lines, in the agreement's currency. */
    static Money sum(AgreementTerms terms, List<StatementLine> lines) {
        return lines.stream()
                .map(StatementLine::amount)
                .reduce(Money.zero(terms.rateCard().currency()), Money::plus);
    }

    private static StatementLine together(StatementLine one, StatementLine other) {
        return new StatementLine(
                one.instance(),
                one.site(),
                one.priceLine(),
                one.quantity().plus(other.quantity()),
                one.amount().plus(other.amount()));
    }

    /** What a line of a statement is named by. */
    record LineKey(InstanceId instance, String priceLine) {
        static LineKey of(StatementLine line) {
            return new LineKey(line.instance(), line.priceLine());
        }
    }
}

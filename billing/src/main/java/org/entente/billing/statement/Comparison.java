package org.entente.billing.statement;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.language.Money;
import org.entente.billing.statement.StatementDraft.LineKey;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a partner's statement with our own charges, line by line. Differences do not cancel out: the sum
 * of their absolute amounts must stay within the agreement's tolerance.
 */
sealed interface Comparison {
    /**
     * The two agree within the tolerance.
     *
     * @param exact whether every line is the same to the last digit
     */
    record Agrees(Money own, boolean exact) implements Comparison {}

    /** They do not, and this says where first. */
    record Differs(String sentence) implements Comparison {}

    static Comparison of(Statement stated, Statement own, Money tolerance) {
        Map<LineKey, StatementLine> theirs = byKey(stated);
        Map<LineKey, StatementLine> ours = byKey(own);
        Set<LineKey> keys = new LinkedHashSet<>(theirs.keySet());
        keys.addAll(ours.keySet());
        Money difference = Money.zero(tolerance.currency());
        Optional<String> first = Optional.empty();
        for (LineKey key : keys) {
            Money stating = amount(theirs.get(key), tolerance);
            Money having = amount(ours.get(key), tolerance);
            if (stating.compareTo(having) != 0) {
                difference = difference.plus(absolute(stating.minus(having)));
                first = first.or(() -> Optional.of(sentence(key, stating, having)));
            }
        }
        if (difference.compareTo(tolerance) > 0) {
            return new Differs(first.orElseThrow() + "; all differences together are " + difference
                    + ", the tolerance is " + tolerance);
        }
        return new Agrees(own.total(), stated.lines().equals(own.lines()));
    }

    private static Map<LineKey, StatementLine> byKey(Statement statement) {
        Map<LineKey, StatementLine> lines = new LinkedHashMap<>();
        statement.lines().forEach(line -> lines.put(LineKey.of(line), line));
        return lines;
    }

    private static Money amount(@Nullable StatementLine line, Money tolerance) {
        return line == null ? Money.zero(tolerance.currency()) : line.amount();
    }

    private static Money absolute(Money money) {
        return money.amount().signum() < 0 ? money.negated() : money;
    }

    private static String sentence(LineKey key, Money stating, Money having) {
        return "Instance " + key.instance() + " at price line " + key.priceLine() + " is stated at " + stating
                + ", but comes to " + having + " here";
    }
}

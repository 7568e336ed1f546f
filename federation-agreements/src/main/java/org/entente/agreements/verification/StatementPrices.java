package org.entente.agreements.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricedUse;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.Stretch;
import org.entente.agreements.pricing.Used;
import org.entente.agreements.terms.AgreementTerms;

/**
 * Computes a statement's amounts again from the reports and the one rate card that was in force. Instances that count
 * together are compared by their sum, since how it is shared out does not change what is owed.
 */
final class StatementPrices {
    private final AgreementTerms terms;
    private final Map<Key, Used> used = new TreeMap<>();
    private final Map<String, PriceLine> lines = new HashMap<>();

    private record Key(String line, InstanceId instance) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byLine = line.compareTo(other.line);
            return byLine != 0 ? byLine : instance.compareTo(other.instance);
        }
    }

    private StatementPrices(AgreementTerms terms) {
        this.terms = terms;
    }

    /** Why amounts cannot be computed from these terms and reports alone, or nothing. */
    static Optional<String> hindrance(AgreementTerms terms) {
        if (terms.version() > 1) {
            return Optional.of("earlier versions may have priced a part of its use");
        }
        for (PriceLine line : terms.rateCard().lines()) {
            if (!line.selector().flavours().isEmpty()) {
                return Optional.of("price line " + line.id() + " depends on flavours, which reports do not tell");
            }
            if (line.conditions().startFee().isPresent()) {
                return Optional.of("price line " + line.id() + " has a start fee, which may have been owed earlier");
            }
        }
        return Optional.empty();
    }

    /** Sentences on each amount that is not what the terms make of the reported use; empty where all are right. */
    static List<String> differences(AgreementTerms terms, Statement statement, List<ReportedUsage> records) {
        StatementPrices prices = new StatementPrices(terms);
        records.forEach(prices::use);
        return prices.compared(statement);
    }

    private void use(ReportedUsage record) {
        RateCard card = terms.rateCard();
        PricedUse use = new PricedUse(record.quantity().meter(), record.technology(), record.site());
        for (Stretch stretch :
                card.stretches(use, record.window(), terms.calendar().zone())) {
            Quantity part = record.quantity().part(record.window(), stretch.window());
            if (part.value().signum() > 0) {
                lines.put(stretch.line().id(), stretch.line());
                used.merge(
                        new Key(stretch.line().id(), record.instance()),
                        new Used(part, stretch.window().length()),
                        Used::plus);
            }
        }
    }

    private List<String> compared(Statement statement) {
        Map<Key, Money> stated = new TreeMap<>();
        for (StatementLine line : statement.lines()) {
            stated.merge(key(line), line.amount(), Money::plus);
        }
        Map<Key, Money> owed = owed();
        List<String> differences = new ArrayList<>();
        for (Map.Entry<Key, Money> one : owed.entrySet()) {
            Money said = Optional.ofNullable(stated.remove(one.getKey()))
                    .orElse(Money.zero(statement.total().currency()));
            if (said.compareTo(one.getValue()) != 0) {
                differences.add(where(one.getKey()) + " costs " + one.getValue() + " by the terms, not " + said);
            }
        }
        stated.forEach((key, amount) -> differences.add(where(key) + " costs nothing by the terms, not " + amount));
        return differences;
    }

    /** What instances that count together owe stands under no instance's name. */
    private Map<Key, Money> owed() {
        Map<Key, Money> owed = new TreeMap<>();
        Map<String, BigDecimal> together = new TreeMap<>();
        used.forEach((key, use) -> {
            PriceLine line = line(key.line());
            Quantity billed = Pricing.billed(line, use);
            if (line.conditions().counting() == Counting.TOGETHER) {
                together.merge(key.line(), billed.value(), BigDecimal::add);
            } else {
                owed.put(key, Pricing.total(line, billed));
            }
        });
        together.forEach((id, billed) -> {
            PriceLine line = line(id);
            owed.put(pool(id), Pricing.total(line, new Quantity(line.meter(), billed)));
        });
        return owed;
    }

    private Key key(StatementLine stated) {
        PriceLine line = lines.get(stated.priceLine());
        return line != null && line.conditions().counting() == Counting.TOGETHER
                ? pool(stated.priceLine())
                : new Key(stated.priceLine(), stated.instance());
    }

    private static Key pool(String line) {
        return new Key(line, new InstanceId("all"));
    }

    private static String where(Key key) {
        return "price line " + key.line() + " of " + key.instance();
    }

    private PriceLine line(String id) {
        return Optional.ofNullable(lines.get(id)).orElseThrow();
    }
}

package org.entente.billing.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader of plain-text journals that shares nothing with what writes them: strict about declarations, balances and exact
 * decimals, as {@code hledger check --strict} is.
 */
public final class PlainJournal {
    private static final Pattern COMMODITY = Pattern.compile("commodity 1\\.0{14} ([A-Z]{3})");
    private static final Pattern ACCOUNT = Pattern.compile("account (\\S+)  ; type: [ALRX]");
    private static final Pattern ENTRY = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\((\\S+)\\) \\S.*");
    private static final Pattern POSTING = Pattern.compile("    (\\S+)  (-?\\d+\\.\\d{14}) ([A-Z]{3})");
    private static final Pattern COMMENT = Pattern.compile("\\s*;.*");

    private final Set<String> declared = new HashSet<>();
    private final Set<String> documents = new HashSet<>();
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private final Map<String, BigDecimal> open = new TreeMap<>();
    private String document = "";

    private PlainJournal() {}

    public static PlainJournal read(String text) {
        PlainJournal journal = new PlainJournal();
        text.lines().forEach(journal::line);
        journal.entryEnds();
        return journal;
    }

    /** What is wrong, in sentences. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** How many entries it has. */
    public int entries() {
        return documents.size();
    }

    /** The balance of every account in every currency, one a line, by account. */
    public String balances() {
        StringBuilder lines = new StringBuilder();
        balances.forEach((account, sum) -> {
            int end = account.lastIndexOf(' ');
            lines.append(account, 0, end)
                    .append(' ')
                    .append(sum.toPlainString())
                    .append(account.substring(end))
                    .append('\n');
        });
        return lines.toString();
    }

    private void line(String line) {
        Matcher posting = POSTING.matcher(line);
        if (posting.matches()) {
            posted(posting.group(1), new BigDecimal(posting.group(2)), posting.group(3));
            return;
        }
        if (COMMENT.matcher(line).matches()) {
            return;
        }
        entryEnds();
        Matcher entry = ENTRY.matcher(line);
        Matcher commodity = COMMODITY.matcher(line);
        Matcher account = ACCOUNT.matcher(line);
        if (entry.matches()) {
            document = entry.group(1);
            if (!documents.add(document)) {
                errors.add(document + " is booked twice");
            }
        } else if (commodity.matches()) {
            declared.add(commodity.group(1));
        } else if (account.matches()) {
            declared.add(account.group(1));
        } else if (!line.isEmpty()) {
            errors.add("Not understood: " + line);
        }
    }

    private void posted(String account, BigDecimal amount, String currency) {
        for (String name : List.of(account, currency)) {
            if (!declared.contains(name)) {
                errors.add(name + " is not declared before its use");
            }
        }
        open.merge(currency, amount, BigDecimal::add);
        balances.merge(account + " " + currency, amount, BigDecimal::add);
    }

    private void entryEnds() {
        open.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                errors.add(document + " is out by " + sum.toPlainString() + " " + currency);
            }
        });
        open.clear();
    }
}

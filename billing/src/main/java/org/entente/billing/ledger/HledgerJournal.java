package org.entente.billing.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreements.language.Money;

/**
 * The books as a journal for hledger (its manual, chapter "Journal"): exact decimals, every account and currency declared
 * so that {@code hledger check --strict} means something, and comments that name document and instance.
 */
final class HledgerJournal {
    private static final Map<String, String> TYPES = Map.of(
            "receivable", "A",
            "payable", "L",
            "revenue", "R",
            "cost", "X",
            "tax", "L",
            "difference", "X");

    private final Appendable out;
    private final Set<String> declared = new HashSet<>();

    HledgerJournal(Appendable out) {
        this.out = out;
    }

    /** Writes entries in the order given, each account and currency declared before its first use. */
    void write(List<JournalEntry> entries) throws IOException {
        for (JournalEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                declare(posting);
            }
            out.append(entry.bookedOn().toString())
                    .append(" (")
                    .append(entry.document())
                    .append(") ")
                    .append(oneLine(entry.description()))
                    .append('\n');
            out.append("    ; document:").append(entry.document());
            if (entry.instance().isPresent()) {
                out.append(", instance:").append(entry.instance().get().value());
            }
            out.append(", period:").append(entry.period().toString()).append('\n');
            for (Posting posting : entry.postings()) {
                out.append("    ")
                        .append(posting.account().name())
                        .append("  ")
                        .append(plain(posting.amount()))
                        .append('\n');
            }
            out.append('\n');
        }
    }

    private void declare(Posting posting) throws IOException {
        String currency = posting.amount().currency().getCurrencyCode();
        if (declared.add(currency)) {
            out.append("commodity 1.")
                    .append("0".repeat(Money.SCALE))
                    .append(' ')
                    .append(currency)
                    .append("\n\n");
        }
        String name = posting.account().name();
        if (declared.add(name)) {
            String type = TYPES.get(name.substring(0, name.indexOf(':')));
            out.append("account ")
                    .append(name)
                    .append("  ; type: ")
                    .append(type)
                    .append("\n\n");
        }
    }

    /** At money's own scale with a point: hledger then checks the balance to the last digit that we keep. */
    private static String plain(Money money) {
        BigDecimal amount = money.amount();
        return amount.toPlainString() + " " + money.currency().getCurrencyCode();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n;|]", " ");
    }
}

package org.entente.billing.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;

/**
 * What one document changes in the books. Its postings balance in every currency, or it cannot be made.
 *
 * @param period the billing period that it belongs to
 * @param document what it records, for instance {@code charge/17/sold}; booked once only
 */
public record JournalEntry(
        LocalDate bookedOn,
        YearMonth period,
        String document,
        Optional<InstanceId> instance,
        String description,
        List<Posting> postings) {
    public JournalEntry {
        postings = List.copyOf(postings);
        Map<String, Money> sums = new HashMap<>();
        for (Posting posting : postings) {
            sums.merge(posting.amount().currency().getCurrencyCode(), posting.amount(), Money::plus);
        }
        sums.values().stream()
                .filter(sum -> sum.amount().signum() != 0)
                .findFirst()
                .ifPresent(sum -> {
                    throw new IllegalArgumentException(
                            "The entry for " + document + " does not balance: " + sum + " too much");
                });
    }
}

package org.entente.billing.rating;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreements.language.Money;
import org.entente.billing.ledger.Account;
import org.entente.billing.ledger.JournalEntry;
import org.entente.billing.ledger.Posting;

/** A charge in the books: earned or owed from the moment of use, but not billed yet. */
final class ChargePostings {
    private ChargePostings() {}

    static JournalEntry of(Charge charge) {
        return new JournalEntry(
                LocalDate.ofInstant(charge.use().window().from(), ZoneOffset.UTC),
                charge.billedIn(),
                document(charge),
                Optional.of(charge.use().instance()),
                charge.line().id() + " at " + charge.use().place(),
                postings(charge.contract(), charge.amount()));
    }

    private static String document(Charge charge) {
        return "charge/" + charge.use().position() + "/"
                + charge.contract().side().name().toLowerCase(Locale.ROOT)
                + (charge.part() == 0 ? "" : "/" + charge.part());
    }

    private static List<Posting> postings(Contract contract, Money amount) {
        return switch (contract) {
            case Contract.Sold sold ->
                List.of(
                        new Posting(Account.unbilledReceivable(sold.home()), amount),
                        new Posting(Account.WHOLESALE_REVENUE, amount.negated()));
            case Contract.Bought bought ->
                List.of(
                        new Posting(Account.WHOLESALE_COST, amount),
                        new Posting(Account.unbilledPayable(bought.host()), amount.negated()));
            case Contract.Retail retail ->
                List.of(
                        new Posting(Account.unbilledReceivable(retail.tenant()), amount),
                        new Posting(Account.RETAIL_REVENUE, amount.negated()));
        };
    }
}

package org.entente.billing.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;
import org.entente.agreements.language.Money;

/** A row of {@code billing.posting}. */
@Embeddable
record PostingPart(
        String account,
        String currency,
        @Column(precision = 38, scale = 14) BigDecimal amount) {
    static PostingPart of(Posting posting) {
        return new PostingPart(
                posting.account().name(),
                posting.amount().currency().getCurrencyCode(),
                posting.amount().amount());
    }

    Posting posting() {
        return new Posting(new Account(account), new Money(Currency.getInstance(currency), amount));
    }
}

package org.entente.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Currency;
import org.entente.agreements.agreement.Receivables;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;

/** What partners owe us by the books: the balance of what they used and what was billed to them. */
@ApplicationScoped
public class BookedReceivables implements Receivables {
    private static final String BALANCE =
            "select coalesce(sum(amount), 0) from billing.posting where account in (?1, ?2) and currency = ?3";

    private final EntityManager entities;

    BookedReceivables(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Money owedBy(OperatorId partner, Currency currency) {
        BigDecimal balance = (BigDecimal) entities.createNativeQuery(BALANCE)
                .setParameter(1, Account.unbilledReceivable(partner).name())
                .setParameter(2, Account.receivable(partner).name())
                .setParameter(3, currency.getCurrencyCode())
                .getSingleResult();
        return new Money(currency, balance);
    }
}

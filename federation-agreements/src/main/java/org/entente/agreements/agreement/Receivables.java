package org.entente.agreements.agreement;

import java.util.Currency;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;

/** What partners owe us. Whoever keeps the books knows. */
public interface Receivables {
    /**
     * What a partner has used at our sites and not paid, billed or not, as far as it is rated: use of the running day is
     * not in it. Never negative where nothing was overpaid.
     */
    Money owedBy(OperatorId partner, Currency currency);
}

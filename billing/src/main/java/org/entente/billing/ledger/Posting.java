package org.entente.billing.ledger;

import org.entente.agreements.language.Money;

/** One amount on one account: a debit where it is positive, a credit where it is negative. */
public record Posting(Account account, Money amount) {}

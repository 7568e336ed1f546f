package org.entente.agreements.terms;

/** How what two operators owe each other is paid. */
public enum Netting {
    /** Every invoice by itself. */
    GROSS,
    /** Invoices of both directions that are due on the same day in the same currency are set off against each other. */
    NET
}

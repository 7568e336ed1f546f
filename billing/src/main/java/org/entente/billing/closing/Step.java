package org.entente.billing.closing;

import org.entente.agreements.agreement.SignedAgreement;
import org.entente.billing.statement.StoredStatement;

/** What the closing of a period comes to next, in one of its parts. */
sealed interface Step {
    /** Nothing can be done here until somebody acts. */
    record Waiting(Wait on) implements Step {}

    record SendStatement(SignedAgreement agreement) implements Step {}

    /** The partner will not answer: we state what we hold, and bill it where we are the host. */
    record StateAlone(SignedAgreement agreement, String reason) implements Step {}

    record SendInvoice(SignedAgreement agreement, StoredStatement accepted) implements Step {}

    record InvoiceTenants() implements Step {}

    record Done() implements Step {}
}

package org.entente.billing.request;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** The named failures of billing. */
public enum BillingProblem implements ProblemCode {
    /** A query parameter or header is missing or has a form that is not allowed. */
    PARAMETER_INVALID(ProblemKind.USER),
    /** The period has not ended by the clock in every calendar that it is billed by. */
    PERIOD_NOT_ENDED(ProblemKind.CONFLICT),
    /** The idempotency key was used before, for another period. */
    IDEMPOTENCY_KEY_REUSED(ProblemKind.CONFLICT),
    STATEMENT_UNKNOWN(ProblemKind.NOT_FOUND),
    INVOICE_UNKNOWN(ProblemKind.NOT_FOUND),
    /** An invoice to a tenant crosses to nobody and so is no signed document. */
    INVOICE_NOT_SIGNED(ProblemKind.NOT_FOUND),
    /** Seller or buyer has no address and tax data in the configuration. */
    PARTY_UNKNOWN(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    BillingProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

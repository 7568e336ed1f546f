package org.entente.broker.order;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with an order. */
public enum OrderProblem implements ProblemCode {
    /** Also for an order of another tenant, so that nobody learns of it. */
    DEPLOYMENT_UNKNOWN(ProblemKind.NOT_FOUND),
    IDEMPOTENCY_KEY_MISSING(ProblemKind.USER),
    IDEMPOTENCY_KEY_REUSED(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    OrderProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

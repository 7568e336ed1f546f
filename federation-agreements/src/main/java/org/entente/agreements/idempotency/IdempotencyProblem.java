package org.entente.agreements.idempotency;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can be wrong with the key of a request. */
public enum IdempotencyProblem implements ProblemCode {
    /** A mutating call came without a usable key. */
    IDEMPOTENCY_KEY_MISSING(ProblemKind.USER),
    /** The key was used for another request. */
    IDEMPOTENCY_KEY_REUSED(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    IdempotencyProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

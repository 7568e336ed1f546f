package org.entente.broker.administration;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can be wrong with a push. */
enum PushProblem implements ProblemCode {
    PUSH_UNKNOWN(ProblemKind.NOT_FOUND),
    /** It says not exactly one thing, or says it in no form that sites know. */
    PUSH_CONTENT(ProblemKind.USER),
    /** It chooses no site, or does not say clearly that all are meant. */
    PUSH_SITES(ProblemKind.USER);

    private final ProblemKind kind;

    PushProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

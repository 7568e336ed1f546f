package org.entente.broker.orphan;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with an orphan. */
enum OrphanProblem implements ProblemCode {
    NO_SUCH_ORPHAN(ProblemKind.NOT_FOUND);

    private final ProblemKind kind;

    OrphanProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

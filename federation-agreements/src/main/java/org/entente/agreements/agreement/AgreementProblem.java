package org.entente.agreements.agreement;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with an agreement. */
public enum AgreementProblem implements ProblemCode {
    AGREEMENT_UNKNOWN(ProblemKind.NOT_FOUND),
    AGREEMENT_VERSION_EXISTS(ProblemKind.CONFLICT),
    AGREEMENT_NOT_WAITING(ProblemKind.CONFLICT),
    AGREEMENT_PARTIES_CHANGED(ProblemKind.USER),
    AGREEMENT_INVALID(ProblemKind.USER);

    private final ProblemKind kind;

    AgreementProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

package org.entente.agreements.negotiation;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with the approval by a second person. */
public enum ApprovalProblem implements ProblemCode {
    APPROVAL_NOT_WAITING(ProblemKind.NOT_FOUND),
    /** Another move under the same agreement waits already. */
    APPROVAL_WAITING(ProblemKind.CONFLICT),
    /** Who made a move cannot approve it. */
    APPROVAL_BY_SAME_PERSON(ProblemKind.FORBIDDEN);

    private final ProblemKind kind;

    ApprovalProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

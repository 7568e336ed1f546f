package org.entente.broker.provisioning;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** Why it cannot be decided that what runs at a site shall move. */
public enum MoveProblem implements ProblemCode {
    SITE_NOT_CUT_OFF(ProblemKind.CONFLICT),
    /** It has not been cut off for long enough. */
    CUT_OFF_TOO_SHORT(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    MoveProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

package org.entente.broker.site;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with a site of ours. */
public enum SiteProblem implements ProblemCode {
    SITE_EXISTS(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    SiteProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

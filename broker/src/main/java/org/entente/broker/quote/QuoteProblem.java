package org.entente.broker.quote;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** Why a quote cannot be given or used. */
public enum QuoteProblem implements ProblemCode {
    /** Also for a quote of another tenant, so that nobody learns of it. */
    QUOTE_UNKNOWN(ProblemKind.NOT_FOUND),
    QUOTE_EXPIRED(ProblemKind.CONFLICT),
    SITE_NOT_AVAILABLE(ProblemKind.USER),
    WORKLOAD_DOES_NOT_FIT(ProblemKind.USER),
    /** No sites were found for everything together. */
    NO_PLACEMENT(ProblemKind.USER),
    WORKLOAD_UNCLEAR(ProblemKind.USER);

    private final ProblemKind kind;

    QuoteProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

package org.entente.metering;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What is wrong with an observation, a usage record or a question about them. Nothing was stored. */
public enum MeteringProblem implements ProblemCode {
    /** Nobody said that this instance started. */
    INSTANCE_NOT_METERED(ProblemKind.NOT_FOUND),
    /** The instance is already metered with other facts. */
    INSTANCE_DIFFERS(ProblemKind.CONFLICT),
    /** The instance is already metered beyond the moment at which it is said to have ended. */
    END_BEFORE_METERED(ProblemKind.CONFLICT),
    /** The instance already ended at another moment. */
    ENDED_OTHERWISE(ProblemKind.CONFLICT),
    /** The moment is later than now and the clock skew that is allowed for. */
    OBSERVED_IN_FUTURE(ProblemKind.USER),
    /** The same instance, meter and start were already recorded with other content. */
    USAGE_CONFLICT(ProblemKind.CONFLICT),
    USAGE_REPORT_UNKNOWN(ProblemKind.NOT_FOUND);

    private final ProblemKind kind;

    MeteringProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

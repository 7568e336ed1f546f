package org.entente.broker.peering;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** Why a partner's document cannot be taken yet. Nothing of it was stored, and it may be handed in again. */
public enum PeeringProblem implements ProblemCode {
    /** It tells of a moment that has not come yet by our clock. The partner's clock is ahead, by less than is allowed. */
    STATUS_AHEAD_OF_OUR_CLOCK(ProblemKind.PEER);

    private final ProblemKind kind;

    PeeringProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

package org.entente.agreements.partner;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with a partner. */
public enum PartnerProblem implements ProblemCode {
    PARTNER_UNKNOWN(ProblemKind.NOT_FOUND),
    PARTNER_KEY_UNKNOWN(ProblemKind.NOT_FOUND),
    PARTNER_UNREACHABLE(ProblemKind.PEER),
    PARTNER_ANSWER_UNREADABLE(ProblemKind.PEER),
    PARTNER_VERSION_UNKNOWN(ProblemKind.PEER),
    /** An address that the partner names, or is named at, must not be called. */
    PARTNER_ADDRESS_REFUSED(ProblemKind.USER),
    PARTNER_NOT_ACTIVE(ProblemKind.FORBIDDEN),
    PARTNER_STATE_FINAL(ProblemKind.CONFLICT),
    PARTNER_IS_SELF(ProblemKind.USER),
    PARTNER_EXISTS(ProblemKind.CONFLICT),
    FINGERPRINT_DIFFERS(ProblemKind.USER);

    private final ProblemKind kind;

    PartnerProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

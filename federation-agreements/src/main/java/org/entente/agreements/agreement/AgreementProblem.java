package org.entente.agreements.agreement;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with an agreement, its versions and notices about it. */
public enum AgreementProblem implements ProblemCode {
    AGREEMENT_UNKNOWN(ProblemKind.NOT_FOUND),
    /** The issuer and the audience are not the parties of the terms. */
    AGREEMENT_PARTIES_WRONG(ProblemKind.USER),
    AGREEMENT_PARTIES_CHANGED(ProblemKind.USER),
    /** A version of that number is signed already. */
    AGREEMENT_VERSION_EXISTS(ProblemKind.CONFLICT),
    /** A number between was left out. */
    AGREEMENT_VERSION_GAP(ProblemKind.USER),
    /** It does not name the version that it replaces, or does not build on what it names. */
    AGREEMENT_REPLACES_WRONG(ProblemKind.USER),
    AGREEMENT_CURRENCY_CHANGED(ProblemKind.USER),
    AGREEMENT_EFFECTIVE_IN_PAST(ProblemKind.USER),
    /** A new version could take effect before it was answered. */
    AGREEMENT_EFFECTIVE_BEFORE_ANSWER(ProblemKind.USER),
    AGREEMENT_VALIDITY_PAST(ProblemKind.USER),
    AGREEMENT_DEADLINE_TOO_FAR(ProblemKind.USER),
    AGREEMENT_QUOTA_IN_USE(ProblemKind.CONFLICT),
    /** Notice was given and has run out. */
    AGREEMENT_ENDED(ProblemKind.CONFLICT),
    NOTICE_NUMBER_WRONG(ProblemKind.CONFLICT),
    /** The issuer has suspended it already. */
    NOTICE_SUSPENDED_ALREADY(ProblemKind.CONFLICT),
    /** The issuer has not suspended it; only it can resume what it suspended. */
    NOTICE_NOT_SUSPENDED(ProblemKind.CONFLICT),
    /** The issuer has given notice already. */
    NOTICE_TERMINATED_ALREADY(ProblemKind.CONFLICT),
    NOTICE_TOO_SHORT(ProblemKind.USER),
    NOTICE_TIME_WRONG(ProblemKind.USER),
    NOTICE_REASON_WRONG(ProblemKind.USER);

    private final ProblemKind kind;

    AgreementProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

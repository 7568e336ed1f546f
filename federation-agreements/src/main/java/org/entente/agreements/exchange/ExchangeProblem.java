package org.entente.agreements.exchange;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** Why a document from a partner was not taken. Nothing of it was stored. */
public enum ExchangeProblem implements ProblemCode {
    /** The caller's token is not that of a partner's broker. */
    CALLER_NOT_A_PARTNER(ProblemKind.FORBIDDEN),
    /** The document is not from the caller to us. */
    AUDIENCE_WRONG(ProblemKind.FORBIDDEN),
    /** The caller itself did not sign it. */
    CALLER_DID_NOT_SIGN(ProblemKind.FORBIDDEN),
    /** The partner hands in more documents a second than it may. */
    RATE_LIMIT_REACHED(ProblemKind.LIMIT),
    DOCUMENT_REFUSED(ProblemKind.USER),
    /** The partner's key is not known here yet: another try helps once an engineer of ours has confirmed it. */
    SIGNATURE_KEY_UNKNOWN(ProblemKind.USER),
    /** The key counted only before or only after the document was issued. */
    SIGNATURE_KEY_NOT_IN_USE(ProblemKind.USER),
    /** The key was revoked: nothing new is taken that it signed. */
    SIGNATURE_KEY_REVOKED(ProblemKind.USER),
    DOCUMENT_FROM_THE_FUTURE(ProblemKind.USER),
    DOCUMENT_TOO_OLD(ProblemKind.USER),
    /** A document of this id arrived before with other content. */
    DOCUMENT_ID_REUSED(ProblemKind.CONFLICT),
    /** We never take documents of this type. */
    DOCUMENT_NOT_EXPECTED(ProblemKind.USER);

    private final ProblemKind kind;

    ExchangeProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

package org.entente.agreements.problem;

/** Whose doing a failure is, which decides the HTTP status. */
public enum ProblemKind {
    /** What was asked makes no sense or breaks a rule. */
    USER(422),
    /** Who asked may not. */
    FORBIDDEN(403),
    NOT_FOUND(404),
    /** It contradicts what already stands. */
    CONFLICT(409),
    /** The limit of size or rate is reached. */
    LIMIT(429),
    /** A partner's broker failed or refused. */
    PEER(502),
    /** A site failed or refused. */
    SITE(502),
    /** Our own fault. */
    INTERNAL(500);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}

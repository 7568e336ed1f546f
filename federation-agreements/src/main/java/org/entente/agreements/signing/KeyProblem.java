package org.entente.agreements.signing;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with keys, our own and partners'. */
public enum KeyProblem implements ProblemCode {
    /** The key store or token has no such key, or it cannot be used. */
    KEY_NOT_IN_STORE(ProblemKind.USER),
    KEY_UNKNOWN(ProblemKind.NOT_FOUND),
    /** The key was announced before, or somebody else has it. */
    KEY_TAKEN(ProblemKind.CONFLICT),
    /** The times leave no overlap, lie in the past, or lie too far ahead. */
    KEY_TIMES_WRONG(ProblemKind.USER),
    /** No other key is left that could sign the change or the revocation. */
    KEY_LAST(ProblemKind.CONFLICT),
    /** More keys are in use at once than partners take. */
    KEY_TOO_MANY(ProblemKind.CONFLICT),
    /** An earlier change is not over: one key at a time. */
    KEY_CHANGE_RUNNING(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    KeyProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}

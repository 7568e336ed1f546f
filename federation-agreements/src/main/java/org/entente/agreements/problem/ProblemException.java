package org.entente.agreements.problem;

/** Something cannot be done, for a named reason and in a sentence that the caller may read. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ProblemCode code;

    public ProblemException(ProblemCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public ProblemException(ProblemCode code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }

    /** The sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

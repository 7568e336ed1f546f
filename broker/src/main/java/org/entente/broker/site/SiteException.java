package org.entente.broker.site;

/** A site could not be reached or would not do what was asked. It is data for the order, not a defect of ours. */
public final class SiteException extends RuntimeException {
    /** Why, for machines. */
    public enum Code {
        /** No answer, none in time, or an answer that the site cannot serve now. Worth asking again. */
        UNREACHABLE,
        /** The credentials were refused. */
        UNAUTHORIZED,
        /** The site has no such image, flavour or network. */
        NOT_OFFERED,
        /** A quota or the capacity is used up. */
        EXHAUSTED,
        /** The site answered something else than its API promises. */
        BROKEN
    }

    private static final long serialVersionUID = 1L;
    private final Code code;

    public SiteException(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public SiteException(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later with nothing else changed. */
    public boolean isPassing() {
        return code == Code.UNREACHABLE;
    }
}

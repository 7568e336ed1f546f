package org.entente.commandline.http;

import org.entente.commandline.progress.CommandException;

/** A server could not be reached, refused what was asked, or answered what nobody expected. */
public final class ApiException extends CommandException {
    /** No answer, or none in time. */
    public static final String UNREACHABLE = "UNREACHABLE";
    /** The identity provider refused the user or the password. */
    public static final String LOG_IN_REFUSED = "LOG_IN_REFUSED";
    /** An answer that is not what the API promises. */
    public static final String ANSWER_UNEXPECTED = "ANSWER_UNEXPECTED";

    private static final long serialVersionUID = 1L;
    private final String code;

    public ApiException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public ApiException(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /** One of the constants above, or the {@code code} of the server's problem (RFC 9457). */
    public String code() {
        return code;
    }
}

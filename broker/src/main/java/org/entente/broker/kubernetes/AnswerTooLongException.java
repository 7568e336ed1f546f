package org.entente.broker.kubernetes;

/** An answer went on beyond what any sound one has. */
final class AnswerTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerTooLongException(long bytes) {
        super("an answer of more than " + bytes + " bytes");
    }
}

package org.entente.agreements.document;

/**
 * An operator tells a partner how it stands to it from now on. Acknowledged, never refused: it is the issuer's own
 * decision.
 *
 * @param reason a sentence for people, at most 500 characters
 */
public record PartnerNotice(Standing standing, String reason) implements DocumentBody {
    private static final int REASON_MAX = 500;

    /** What the issuer takes from the partner. */
    public enum Standing {
        /** Everything that agreements allow. */
        ACTIVE,
        /** Nothing, until the issuer says otherwise. */
        SUSPENDED,
        /** Nothing any more. */
        ENDED,
        /** Nothing any more, because nothing was heard: what had no answer by then counts as never sent. */
        VANISHED
    }

    public PartnerNotice {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("A notice's reason must have 1 to " + REASON_MAX + " characters");
        }
    }
}

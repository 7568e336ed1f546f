package org.entente.agreements.document;

/**
 * What one operator holds to be owed for a period under an agreement, after there is no more business with the other, which
 * therefore did not accept it. Either party may issue it, of its own side. It asks for no signature of the other, and is
 * handed over should that come back. It builds on the agreement version and on the usage reports of the period, accepted or
 * not.
 *
 * @param statement the charges, as a {@link Statement} has them
 * @param reason why there is no more business, in a sentence of at most 600 characters
 */
public record FinalStatement(Statement statement, String reason) implements DocumentBody {
    private static final int REASON_MAX = 600;

    public FinalStatement {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException(
                    "The reason of a final statement has 1 to " + REASON_MAX + " characters");
        }
    }
}

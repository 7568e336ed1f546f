package org.entente.agreements.terms;

/**
 * Whose law governs the agreement, and whom to speak to.
 *
 * @param governing in words, for instance "the laws of Norway"
 * @param courts where disputes that the operators do not settle are decided
 * @param hostContact a mail address or a telephone number of the host operator
 * @param homeContact the same of the home operator
 */
public record Law(String governing, String courts, String hostContact, String homeContact) {
    private static final int LENGTH_MAX = 500;

    public Law {
        checked(governing);
        checked(courts);
        checked(hostContact);
        checked(homeContact);
    }

    private static void checked(String text) {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("Law, courts and contacts must have 1 to " + LENGTH_MAX + " characters");
        }
    }
}

package org.entente.agreements.language;

import java.util.regex.Pattern;

/**
 * The one shape of every identifier that may cross between operators: a lower-case DNS label of 1 to 64 characters
 * (GSMA OPG.04 v1.3, {@code ZoneIdentifier} and its siblings use the same pattern).
 */
final class Identifier {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?");

    private Identifier() {}

    /** The value itself, or an {@link IllegalArgumentException} that names what was wrong. */
    static String checked(String what, String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(what
                    + " must be 1 to 64 lower-case letters, digits or inner hyphens, but was '" + shown(value) + "'");
        }
        return value;
    }

    private static String shown(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}

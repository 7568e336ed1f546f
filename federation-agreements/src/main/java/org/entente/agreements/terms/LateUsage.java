package org.entente.agreements.terms;

/**
 * What happens to use that is reported when its period has been stated: it is billed in the next period that is open, but
 * only when it is reported soon enough.
 *
 * @param days after the end of its period, each of 24 hours, within which it may still be reported
 */
public record LateUsage(int days) {
    public LateUsage {
        if (days < 0) {
            throw new IllegalArgumentException("Days for late use must not be negative, but were " + days);
        }
    }
}

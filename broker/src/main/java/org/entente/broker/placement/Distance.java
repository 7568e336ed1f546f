package org.entente.broker.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Ways over the ground of a sphere with the earth's mean radius, and the straight lines through it that belong to them. */
final class Distance {
    private static final double EARTH_KILOMETRES = 6371.0088;
    private static final double EARTH_METRES = 6_371_008.8;
    /** Light in a fibre runs 200 km in a millisecond, and a round trip goes there and back. */
    private static final BigDecimal KILOMETRES_PER_MILLISECOND = BigDecimal.valueOf(100);

    private Distance() {}

    /** The square of the straight line, in radiuses, of a way over the ground. */
    static double square(BigDecimal kilometres) {
        double angle = Math.min(kilometres.doubleValue() / EARTH_KILOMETRES, StrictMath.PI);
        double line = 2 * StrictMath.sin(angle / 2);
        return line * line;
    }

    /** The way over the ground that belongs to the square of a straight line. */
    static BigDecimal kilometres(double square) {
        double angle = 2 * StrictMath.asin(Math.min(1, Math.sqrt(square) / 2));
        return BigDecimal.valueOf(angle * EARTH_KILOMETRES).setScale(0, RoundingMode.HALF_UP);
    }

    /** The straight line itself, in metres. */
    static long metresThrough(double square) {
        return Math.round(Math.sqrt(square) * EARTH_METRES);
    }

    /** How far light can go and come back. */
    static BigDecimal kilometresWithin(BigDecimal roundTripMillis) {
        return roundTripMillis.multiply(KILOMETRES_PER_MILLISECOND);
    }

    /** How long light needs to go and come back, in milliseconds. */
    static BigDecimal roundTripMillis(BigDecimal kilometres) {
        return kilometres.divide(KILOMETRES_PER_MILLISECOND);
    }
}

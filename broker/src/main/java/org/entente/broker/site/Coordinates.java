package org.entente.broker.site;

import java.math.BigDecimal;

/** A point on the earth, in degrees of WGS 84 with at most six decimals: north and east are positive. */
public record Coordinates(BigDecimal latitude, BigDecimal longitude) {
    private static final int DECIMALS_MAX = 6;

    public Coordinates {
        latitude = checked("latitude", latitude, BigDecimal.valueOf(90));
        longitude = checked("longitude", longitude, BigDecimal.valueOf(180));
    }

    private static BigDecimal checked(String what, BigDecimal degrees, BigDecimal most) {
        BigDecimal plain = degrees.stripTrailingZeros();
        if (plain.abs().compareTo(most) > 0 || plain.scale() > DECIMALS_MAX) {
            throw new IllegalArgumentException("A " + what + " is at most " + most
                    + " degrees in either direction, with at most six decimals, but was " + degrees);
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

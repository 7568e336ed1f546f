package org.entente.launcher.settings;

import java.net.URI;

/** The block of ports that one Entente uses on the loopback address: {@code base} to {@code base + 10}. */
public record Ports(int base) {
    /** How many ports the block holds. */
    public static final int SIZE = 11;

    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535 - SIZE;

    public Ports {
        if (base < LOWEST || base > HIGHEST) {
            throw new IllegalArgumentException("a base of ports must be from " + LOWEST + " to " + HIGHEST);
        }
    }

    public int postgresql() {
        return base;
    }

    public int server(Operator operator) {
        return base + operator.portOffset();
    }

    public int keycloak() {
        return base + 8;
    }

    public int keycloakManagement() {
        return base + 9;
    }

    public int simulator() {
        return base + 10;
    }

    /** The address under which a part with this port is reached. */
    public static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}

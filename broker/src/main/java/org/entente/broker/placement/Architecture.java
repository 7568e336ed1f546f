package org.entente.broker.placement;

import java.util.Locale;

/** The names of processor architectures: OpenStack and Kubernetes call the same ones differently. */
final class Architecture {
    private Architecture() {}

    static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "amd64", "x86-64" -> "x86_64";
            case "arm64" -> "aarch64";
            default -> lower;
        };
    }
}

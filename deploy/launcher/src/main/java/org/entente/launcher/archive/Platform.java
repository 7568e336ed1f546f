package org.entente.launcher.archive;

import java.util.Locale;
import org.entente.launcher.progress.LaunchException;

/** This machine as the artifacts of PostgreSQL's programs call it: {@code linux-amd64}, {@code darwin-arm64v8}. */
public record Platform(String classifier) {
    /** Reads the values of the system properties {@code os.name} and {@code os.arch}. */
    public static Platform of(String osName, String osArchitecture) {
        return new Platform(system(osName) + "-" + architecture(osArchitecture));
    }

    private static String system(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return "linux";
        }
        if (name.contains("mac")) {
            return "darwin";
        }
        throw unknown(osName);
    }

    private static String architecture(String osArchitecture) {
        return switch (osArchitecture) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            default -> throw unknown(osArchitecture);
        };
    }

    private static LaunchException unknown(String what) {
        return new LaunchException("There is no ready-made PostgreSQL for " + what
                + ": run one yourself and set ENTENTE_DATABASE_URL to it.");
    }
}

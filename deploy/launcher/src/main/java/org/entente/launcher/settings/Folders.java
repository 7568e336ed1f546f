package org.entente.launcher.settings;

import java.nio.file.Path;

/**
 * Where one Entente keeps its things.
 *
 * @param checkout the source tree that the built parts are taken from
 * @param home everything this Entente writes
 * @param parts unpacked PostgreSQL and Keycloak, which may be shared between homes
 */
public record Folders(Path checkout, Path home, Path parts) {
    /** Databases and the like: what {@code reset} deletes. */
    public Path data() {
        return home.resolve("data");
    }

    /** Key stores, passwords and keys, readable by the owner only. */
    public Path secrets() {
        return home.resolve("secrets");
    }

    /** Process records. */
    public Path run() {
        return home.resolve("run");
    }

    public Path log() {
        return home.resolve("log");
    }

    /** The log of one part or step. */
    public Path log(String name) {
        return log().resolve(name + ".log");
    }
}

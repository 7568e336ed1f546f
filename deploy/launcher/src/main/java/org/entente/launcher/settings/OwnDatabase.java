package org.entente.launcher.settings;

/**
 * A PostgreSQL that the user runs. It must hold the databases {@code alba}, {@code boreal} and {@code keycloak}.
 *
 * @param url JDBC URL without the database's name: {@code jdbc:postgresql://host:port}
 */
public record OwnDatabase(String url, String user, String password) {
    private static final String PREFIX = "jdbc:postgresql://";

    public OwnDatabase {
        if (!url.startsWith(PREFIX) || url.substring(PREFIX.length()).contains("/")) {
            throw new IllegalArgumentException(
                    "must be jdbc:postgresql://host:port without a database's name, but was '" + url + "'");
        }
    }

    @Override
    public String toString() {
        return "OwnDatabase[url=" + url + ", user=" + user + "]";
    }
}

package org.entente.launcher.part;

import org.entente.launcher.settings.OwnDatabase;
import org.entente.launcher.settings.Ports;
import org.entente.launcher.settings.Settings;

/**
 * How a program reaches its database.
 *
 * @param url JDBC URL of that one database
 */
record DatabaseAccess(String url, String user, String password) {
    static final String USER = "entente";
    static final String PASSWORD_NAME = "database-password";

    /** The database of this name, in the user's own PostgreSQL if there is one, else in the one that is started. */
    static DatabaseAccess to(String database, Workshop workshop) {
        Settings settings = workshop.settings();
        if (settings.ownDatabase().isPresent()) {
            OwnDatabase own = settings.ownDatabase().get();
            return new DatabaseAccess(own.url() + "/" + database, own.user(), own.password());
        }
        Ports ports = settings.ports();
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + ports.postgresql() + "/" + database,
                USER,
                workshop.secrets().value(PASSWORD_NAME));
    }

    @Override
    public String toString() {
        return "DatabaseAccess[url=" + url + ", user=" + user + "]";
    }
}

package org.entente.commandline.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.http.HttpCalls;

/**
 * What commands find around them.
 *
 * @param home the state folder of this installation, with {@code operators.json} once it was brought up
 * @param environment the process's environment variables
 */
public record ClientContext(Path home, HttpCalls http, Map<String, String> environment) {
    static final String SITE_SECRET = "ENTENTE_SITE_SECRET";

    private static final String PASSWORD = "ENTENTE_PASSWORD";

    public ClientContext {
        environment = Map.copyOf(environment);
    }

    /** The password or token of a site. */
    Optional<String> siteSecret() {
        return Optional.ofNullable(environment.get(SITE_SECRET)).filter(secret -> !secret.isEmpty());
    }

    Optional<String> password() {
        return Optional.ofNullable(environment.get(PASSWORD));
    }
}

package org.entente.launcher.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.progress.LaunchException;

/**
 * All that the user can choose, from the environment:
 *
 * <ul>
 *   <li>{@code ENTENTE_HOME}: the state's folder, by default {@code .entente} in the checkout
 *   <li>{@code ENTENTE_PARTS}: unpacked PostgreSQL and Keycloak, by default a folder in the home
 *   <li>{@code ENTENTE_PORT_BASE}: the first of a block of ports, by default 7400
 *   <li>{@code ENTENTE_DATABASE_URL}, {@code ENTENTE_DATABASE_USER}, {@code ENTENTE_DATABASE_PASSWORD}: the user's own
 *       PostgreSQL; none is started then
 *   <li>{@code ENTENTE_KEYCLOAK_URL}: the user's own Keycloak; none is started then
 * </ul>
 */
public record Settings(
        Folders folders, Ports ports, Optional<OwnDatabase> ownDatabase, Optional<URI> ownKeycloak, Path javaHome) {
    private static final String DEFAULT_PORT_BASE = "7400";

    /** Reads the environment, or says in a {@link LaunchException} which variable is wrong. */
    public static Settings from(Map<String, String> environment, Path checkout, Path javaHome) {
        Path home = folder(environment, "ENTENTE_HOME", checkout.resolve(".entente"));
        Path parts = folder(environment, "ENTENTE_PARTS", home.resolve("parts"));
        return new Settings(
                new Folders(checkout, home, parts),
                ports(environment),
                ownDatabase(environment),
                text(environment, "ENTENTE_KEYCLOAK_URL").map(Settings::keycloakUrl),
                javaHome);
    }

    /** Where Keycloak is reached, whoever runs it; without a slash at the end. */
    public URI keycloakUrl() {
        return ownKeycloak.orElseGet(() -> Ports.url(ports.keycloak()));
    }

    /** The address of an operator's realm, which is also the issuer in its tokens. */
    public URI realmUrl(Operator operator) {
        return URI.create(keycloakUrl() + "/realms/" + operator.id());
    }

    public URI serverUrl(Operator operator) {
        return Ports.url(ports.server(operator));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        try {
            return text(environment, variable)
                    .map(Path::of)
                    .orElse(otherwise)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException malformed) {
            throw new LaunchException(variable + " names no folder: " + malformed.getReason() + ".", malformed);
        }
    }

    private static Ports ports(Map<String, String> environment) {
        String base = text(environment, "ENTENTE_PORT_BASE").orElse(DEFAULT_PORT_BASE);
        try {
            return new Ports(Integer.parseInt(base));
        } catch (NumberFormatException notANumber) {
            throw new LaunchException("ENTENTE_PORT_BASE must be a number, but is '" + base + "'.", notANumber);
        } catch (IllegalArgumentException outOfRange) {
            throw new LaunchException(
                    "ENTENTE_PORT_BASE is " + base + ", but " + outOfRange.getMessage() + ".", outOfRange);
        }
    }

    private static Optional<OwnDatabase> ownDatabase(Map<String, String> environment) {
        Optional<String> url = text(environment, "ENTENTE_DATABASE_URL");
        try {
            return url.map(address -> new OwnDatabase(
                    address,
                    text(environment, "ENTENTE_DATABASE_USER").orElse("entente"),
                    text(environment, "ENTENTE_DATABASE_PASSWORD").orElse("")));
        } catch (IllegalArgumentException malformed) {
            throw new LaunchException("ENTENTE_DATABASE_URL " + malformed.getMessage() + ".", malformed);
        }
    }

    private static URI keycloakUrl(String text) {
        String address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI url = new URI(address);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
            throw new URISyntaxException(address, "no http or https address");
        } catch (URISyntaxException malformed) {
            throw new LaunchException(
                    "ENTENTE_KEYCLOAK_URL must be an http or https address, but is '" + text + "'.", malformed);
        }
    }

    private static Optional<String> text(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}

package org.entente.launcher.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of Entente and of the fetched parts, as the build fixed them. */
public record Versions(String entente, String postgresql, String keycloak) {
    public static Versions ofThisBuild() {
        Properties properties = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream("versions.properties")) {
            properties.load(Objects.requireNonNull(file, "versions.properties"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Versions(
                properties.getProperty("entente"),
                properties.getProperty("postgresql"),
                properties.getProperty("keycloak"));
    }
}

package org.entente.launcher;

import java.net.URI;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Ports;
import org.entente.launcher.settings.Settings;

/** Where a running Entente is reached by its users. */
public record Addresses(URI alba, URI boreal, URI keycloak, URI simulator) {
    static Addresses of(Settings settings) {
        return new Addresses(
                settings.serverUrl(Operator.ALBA),
                settings.serverUrl(Operator.BOREAL),
                settings.keycloakUrl(),
                Ports.url(settings.ports().simulator()));
    }
}

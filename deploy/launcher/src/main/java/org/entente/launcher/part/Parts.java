package org.entente.launcher.part;

import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;

/** All parts that are started here under these settings: fewer if the user brings a database or a Keycloak. */
public final class Parts {
    private Parts() {}

    /** The parts, in the order in which people are told of them. */
    public static List<Part> of(Settings settings, Helpers helpers) {
        Workshop workshop = new Workshop(
                settings, Versions.ofThisBuild(), new Secrets(settings.folders().secrets()), helpers);
        List<Part> parts = new ArrayList<>();
        if (settings.ownDatabase().isEmpty()) {
            parts.add(new PostgresqlPart(workshop));
        }
        if (settings.ownKeycloak().isEmpty()) {
            parts.add(new KeycloakPart(workshop));
        }
        parts.add(new SimulatorPart(workshop));
        for (Operator operator : Operator.values()) {
            parts.add(new ServerPart(workshop, operator));
        }
        return List.copyOf(parts);
    }
}

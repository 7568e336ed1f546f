package org.entente.launcher;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;

/** What is printed when all is up: where to go, who may log in, what to try. */
final class Welcome {
    private static final String LINE = "  %-16s %-24s %s%n";

    private Welcome() {}

    static String text(Settings settings) {
        String operators = Arrays.stream(Operator.values())
                .map(operator -> LINE.formatted(
                        operator.title(), settings.serverUrl(operator), "log in as " + people(operator.people())))
                .collect(Collectors.joining());
        String keycloak = settings.ownKeycloak().isPresent()
                ? LINE.formatted("Keycloak", settings.keycloakUrl(), "your own")
                : LINE.formatted("Keycloak", settings.keycloakUrl(), "administrator admin");
        return operators + keycloak + """

                  Every password is the user's own name: log-ins for development, on this machine only.

                Try next:
                  ./entente story       an order at Alba runs at Boreal, is metered, priced and billed
                  ./entente status      the parts, their memory and their logs
                  ./entente down        stop everything; the data stay
                """;
    }

    private static String people(Operator.People people) {
        return people.devops() + " (DevOps), " + people.engineer() + " (engineer), " + people.finance() + " (finance)";
    }
}

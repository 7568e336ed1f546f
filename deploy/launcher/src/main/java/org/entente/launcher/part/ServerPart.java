package org.entente.launcher.part;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.Step;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;

/** One operator's server, with the development profile. */
final class ServerPart implements Part {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Workshop workshop;
    private final Operator operator;
    private final KeyStores keyStores;
    private final Program program;

    ServerPart(Workshop workshop, Operator operator) {
        this.workshop = workshop;
        this.operator = operator;
        this.keyStores = new KeyStores(workshop.settings(), workshop.secrets(), workshop.helpers());
        Settings settings = workshop.settings();
        this.program = new Program(
                new Description(
                        operator.id(),
                        operator.title(),
                        List.of(settings.ports().server(operator)),
                        HttpReadiness.healthy(URI.create(settings.serverUrl(operator) + "/q/health/ready")),
                        workshop.files(operator.id()),
                        List.of(PostgresqlPart.KEY, KeycloakPart.KEY)),
                START_LIMIT);
    }

    @Override
    public Description description() {
        return program.description();
    }

    @Override
    public Optional<ProcessRecord> process() {
        return program.process();
    }

    @Override
    public void prepare(Step step) {
        QuarkusApplication.require(jar());
        step.at("making its keys");
        Path unused = keyStores.of(operator);
    }

    @Override
    public void start(Step step) {
        program.start(() -> QuarkusApplication.command(workshop, jar(), environment(), description()), step);
    }

    @Override
    public void stop() {
        program.stop();
    }

    private Map<String, String> environment() {
        Settings settings = workshop.settings();
        DatabaseAccess database = DatabaseAccess.to(operator.id(), workshop);
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "development");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.ports().server(operator)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put(
                "QUARKUS_OIDC_AUTH_SERVER_URL", settings.realmUrl(operator).toString());
        if (settings.ownKeycloak().isEmpty()) {
            environment.putAll(keepsPartnersClients());
        }
        environment.put("ENTENTE_OPERATOR_ID", operator.id());
        environment.put("ENTENTE_OPERATOR_NAME", operator.title());
        environment.put("ENTENTE_OPERATOR_URL", settings.serverUrl(operator).toString());
        environment.put("ENTENTE_OPERATOR_COUNTRY", operator.country());
        environment.put("ENTENTE_KEYS_STORE", keyStores.of(operator).toString());
        environment.put("ENTENTE_KEYS_PASSWORD", keyStores.password(operator));
        environment.put("ENTENTE_KEYS_ALIAS", KeyStores.ALIAS);
        environment.put("ENTENTE_SITES_CREDENTIALS_KEY", workshop.secrets().value(operator.id() + "-credentials-key"));
        environment.put("ENTENTE_DEVELOPMENT_CLOCK", "true");
        // The partners of this pair are on this machine, and speak without TLS.
        environment.put("ENTENTE_PARTNERS_INWARD_ALLOWED", "true");
        if (System.getenv("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT") == null) {
            // Without a collector every span would end as a warning in the log.
            environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        }
        return environment;
    }

    /** How the server reaches Keycloak's admin API; an operator with a Keycloak of its own configures that itself. */
    private Map<String, String> keepsPartnersClients() {
        return Map.of(
                "QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL",
                workshop.settings().keycloakUrl().toString(),
                "QUARKUS_KEYCLOAK_ADMIN_CLIENT_REALM",
                operator.id(),
                "QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_ID",
                "broker",
                "QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_SECRET",
                RealmFiles.brokerSecret(operator, workshop.secrets()),
                "QUARKUS_KEYCLOAK_ADMIN_CLIENT_GRANT_TYPE",
                "CLIENT_CREDENTIALS");
    }

    private Path jar() {
        return QuarkusApplication.jar(workshop.settings(), "server");
    }
}

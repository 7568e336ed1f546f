package org.entente.launcher.part;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.launcher.process.Command;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.Step;
import org.entente.launcher.settings.Ports;

/** The Keycloak that is started here, with a realm for each operator. */
final class KeycloakPart implements Part {
    static final String KEY = "keycloak";

    /** Name and password of the administrator: a development log-in. */
    static final String ADMIN = "admin";

    /** Room for 186 MiB unpacked and 169 in the archive, and for what its preparation adds. */
    private static final long FETCH_MEBIBYTES = 500;

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final KeycloakDistribution distribution;
    private final Realms realms;
    private final Program program;

    KeycloakPart(Workshop workshop) {
        Ports ports = workshop.settings().ports();
        URI health = URI.create(Ports.url(ports.keycloakManagement()) + "/health/ready");
        Description description = new Description(
                KEY,
                "Keycloak",
                List.of(ports.keycloak(), ports.keycloakManagement()),
                HttpReadiness.healthy(health),
                workshop.files(KEY),
                List.of(PostgresqlPart.KEY));
        this.program = new Program(description, START_LIMIT);
        this.realms = new Realms(workshop.settings(), workshop.secrets());
        this.distribution =
                new KeycloakDistribution(workshop, workshop.settings().folders().log("keycloak-preparation"));
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
    public long mebibytesToFetch() {
        return distribution.fetched() ? 0 : FETCH_MEBIBYTES;
    }

    @Override
    public void prepare(Step step) {
        step.at("fetching");
        distribution.fetch();
        step.at("preparing");
        distribution.build();
    }

    /**
     * A first start takes the realms along. Later ones leave them as they are, with all that was changed by hand,
     * unless the addresses in them changed.
     */
    @Override
    public void start(Step step) {
        List<String> more = List.of();
        if (realms.neverTaken()) {
            realms.writeTo(distribution.importFolder());
            more = List.of("--import-realm");
        } else if (realms.changed() && process().isEmpty()) {
            step.at("taking the new addresses");
            distribution.importOver(realms.writeTo(distribution.importFolder()));
        }
        Command command = distribution.start(description().files().log(), more);
        program.start(() -> command, step);
        realms.taken();
    }

    @Override
    public void stop() {
        program.stop();
    }
}

package org.entente.launcher.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.process.Command;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.Step;
import org.entente.launcher.settings.Ports;

/** The site simulator: any number of OpenStack and Kubernetes sites behind one port. */
final class SimulatorPart implements Part {
    static final String KEY = "simulator";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Workshop workshop;
    private final Program program;

    SimulatorPart(Workshop workshop) {
        this.workshop = workshop;
        int port = workshop.settings().ports().simulator();
        this.program = new Program(
                new Description(
                        KEY,
                        "Site simulator",
                        List.of(port),
                        HttpReadiness.answering(Ports.url(port)),
                        workshop.files(KEY),
                        List.of()),
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
    }

    @Override
    public void start(Step step) {
        program.start(this::command, step);
    }

    @Override
    public void stop() {
        program.stop();
    }

    private Command command() {
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(workshop.settings().ports().simulator()));
        return QuarkusApplication.command(workshop, jar(), environment, description());
    }

    private Path jar() {
        return QuarkusApplication.jar(workshop.settings(), "simulator");
    }
}

package org.entente.launcher.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.launcher.process.Background;
import org.entente.launcher.process.LogFile;
import org.entente.launcher.process.LoopbackPort;
import org.entente.launcher.process.Patience;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Step;

/** The PostgreSQL that is started here. Its data are kept until {@code reset}. */
final class PostgresqlPart implements Part {
    static final String KEY = "postgresql";

    /** Room for 60 MiB unpacked and 15 in the archive. */
    private static final long FETCH_MEBIBYTES = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Description description;
    private final PostgresqlPrograms programs;
    private final PostgresqlData data;
    private final int port;

    PostgresqlPart(Workshop workshop) {
        this.port = workshop.settings().ports().postgresql();
        this.description = new Description(
                KEY, "PostgreSQL", List.of(port), () -> LoopbackPort.answers(port), workshop.files(KEY), List.of());
        this.programs = new PostgresqlPrograms(workshop, description.files().log());
        Path folder = workshop.settings().folders().data().resolve(KEY);
        this.data = new PostgresqlData(folder, programs, workshop.secrets());
    }

    @Override
    public Description description() {
        return description;
    }

    /** The recorded server, or the one that was started just before an interruption could record it. */
    @Override
    public Optional<ProcessRecord> process() {
        return ProcessRecord.read(description.files().record())
                .filter(ProcessRecord::runs)
                .or(data::server);
    }

    @Override
    public long mebibytesToFetch() {
        return programs.fetched() ? 0 : FETCH_MEBIBYTES;
    }

    @Override
    public void prepare(Step step) {
        step.at("fetching");
        programs.fetch();
        if (process().isEmpty()) {
            LogFile.turn(description.files().log());
        }
        step.at("making its data");
        data.make();
    }

    @Override
    public void start(Step step) {
        step.at("starting");
        if (process().isEmpty()) {
            data.unlockAfterCrash();
            startServer();
        }
        ProcessRecord server = data.server()
                .orElseThrow(() -> new LaunchException(
                        "PostgreSQL ended while it started: "
                                + LogFile.reason(description.files().log()),
                        description.files().log()));
        server.write(description.files().record());
    }

    @Override
    public void stop() {
        process().filter(server -> !endsWhenAsked(server)).ifPresent(server -> Background.stop(server, PATIENCE));
    }

    /** The server takes its lock away a moment before it ends, which is when {@code pg_ctl} takes it for stopped. */
    private boolean endsWhenAsked(ProcessRecord server) {
        try {
            programs.run(
                    "PostgreSQL does not stop",
                    "pg_ctl",
                    "stop",
                    "--pgdata=" + data.folder(),
                    "--mode=fast",
                    "--wait",
                    "--timeout=" + PATIENCE.toSeconds());
            return Patience.until(() -> !server.runs(), PATIENCE);
        } catch (LaunchException stubborn) {
            return false;
        }
    }

    private void startServer() {
        String options = "-c port=" + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        programs.run(
                "PostgreSQL did not start",
                "pg_ctl",
                "start",
                "--pgdata=" + data.folder(),
                "--log=" + description.files().log(),
                "--options=" + options,
                "--wait",
                "--timeout=60");
    }
}

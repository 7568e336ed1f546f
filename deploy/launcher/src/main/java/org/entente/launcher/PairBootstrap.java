package org.entente.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.commandline.bootstrap.Pair;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Progress;
import org.entente.commandline.progress.Steps;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Settings;

/** Makes Alba and Boreal a pair, as their people would: sites, partners, agreement. */
final class PairBootstrap implements Bootstrap {
    private static final Duration STEP_LIMIT = Duration.ofMinutes(2);

    private final Settings settings;

    PairBootstrap(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(Addresses addresses, Consumer<String> doing) {
        new InstallationFile(settings).write();
        Installation installation = Installation.read(settings.folders().home());
        try {
            Pair.bootstrap(installation, Optional.empty(), new HttpCalls(), new Steps(new Told(doing), STEP_LIMIT))
                    .run();
        } catch (CommandException failed) {
            throw new LaunchException(failed.getMessage(), settings.folders().log(), failed);
        }
    }

    /** Passes the names of steps on, and leaves failures to the exception. */
    private record Told(Consumer<String> doing) implements Progress {
        @Override
        public void started(String step) {
            doing.accept(step);
        }

        @Override
        public void waiting(String step, String sentence) {
            doing.accept(step + ", " + sentence);
        }

        @Override
        public void finished(String step, String sentence) {}

        @Override
        public void failed(String step, String sentence) {}
    }
}

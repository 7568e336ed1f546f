package org.entente.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.entente.launcher.part.Part;
import org.entente.launcher.progress.Progress;
import org.entente.launcher.progress.Step;

/** Stops whatever runs, in the reverse order of starting, so that nobody loses a database in the middle. */
final class Down {
    private final Stack stack;
    private final Map<String, String> environment;
    private final PrintStream output;

    Down(Stack stack, Map<String, String> environment, PrintStream output) {
        this.stack = stack;
        this.environment = environment;
        this.output = output;
    }

    /** Whether anything ran. */
    boolean run() {
        return Turn.with(stack.settings().folders(), this::stopAll);
    }

    /** The same, for a caller that has the turn already. */
    boolean stopAll() {
        List<Part> running = stack.parts().reversed().stream()
                .filter(part -> part.process().isPresent())
                .toList();
        try (Progress progress = Progress.on(output, environment)) {
            running.forEach(part -> stop(part, progress));
        }
        return !running.isEmpty();
    }

    private static void stop(Part part, Progress progress) {
        Step step = progress.begin(part.description().title(), "stopping");
        try {
            part.stop();
            step.done("stopped");
        } catch (RuntimeException failed) {
            step.failed();
            throw failed;
        }
    }
}

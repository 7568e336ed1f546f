package org.entente.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.archive.DiskSpace;
import org.entente.launcher.part.Part;
import org.entente.launcher.part.PortCheck;
import org.entente.launcher.part.Startup;
import org.entente.launcher.process.Listener;
import org.entente.launcher.process.LoopbackPort;
import org.entente.launcher.progress.Progress;
import org.entente.launcher.progress.Step;

/** Brings up whatever is not up. */
final class Up {
    static final String INTERRUPTED =
            "Interrupted. What was started goes on running: ./entente up continues, ./entente down stops it.";

    private static final long START_MEBIBYTES = 200;

    private final Stack stack;
    private final Optional<Bootstrap> bootstrap;
    private final Map<String, String> environment;
    private final PrintStream output;

    Up(Stack stack, Optional<Bootstrap> bootstrap, Map<String, String> environment, PrintStream output) {
        this.stack = stack;
        this.bootstrap = bootstrap;
        this.environment = environment;
        this.output = output;
    }

    /** Whether there was anything to do. Throws what kept it from being done. */
    boolean run() {
        return Turn.with(stack.settings().folders(), this::startMissing);
    }

    private boolean startMissing() {
        stack.requireSamePorts();
        List<Part> missing =
                stack.parts().stream().filter(part -> !stack.ready(part)).toList();
        if (missing.isEmpty() && bootstrapDone()) {
            return false;
        }
        requireRoom(missing);
        List<Part> stopped =
                missing.stream().filter(part -> part.process().isEmpty()).toList();
        new PortCheck(LoopbackPort::free, Listener::on)
                .require(stopped, stack.settings().ports());
        start(missing);
        return true;
    }

    private void start(List<Part> missing) {
        try (Progress progress = Progress.on(output, environment)) {
            new Startup(progress).run(missing);
            bootstrap.filter(needed -> !bootstrapDone()).ifPresent(needed -> bootstrap(needed, progress));
        }
    }

    private void requireRoom(List<Part> missing) {
        long fetched = missing.stream().mapToLong(Part::mebibytesToFetch).sum();
        DiskSpace.require(stack.settings().folders().parts(), START_MEBIBYTES + fetched);
        DiskSpace.require(stack.settings().folders().home(), START_MEBIBYTES);
    }

    private void bootstrap(Bootstrap needed, Progress progress) {
        Step step = progress.begin("Operators", "connecting");
        try {
            needed.run(addresses(), step::at);
            stack.bootstrapped().write(addresses().toString());
            step.done("connected");
        } catch (RuntimeException failed) {
            step.failed();
            throw failed;
        }
    }

    private boolean bootstrapDone() {
        return bootstrap.isEmpty() || stack.bootstrapped().says(addresses().toString());
    }

    private Addresses addresses() {
        return Addresses.of(stack.settings());
    }
}

package org.entente.launcher;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.settings.Settings;

/** What the commands share. */
record Launcher(
        Stack stack, Map<String, String> environment, Optional<Bootstrap> bootstrap, Interruption interruption) {
    Launcher(Stack stack, Map<String, String> environment, Optional<Bootstrap> bootstrap) {
        this(stack, environment, bootstrap, new Interruption(System.err));
    }

    Settings settings() {
        return stack.settings();
    }

    /** Brings up what is not up, and shows how on this stream; see {@link Up#run}. */
    boolean bringUp(PrintStream output) {
        return interruption.during(
                Up.INTERRUPTED, () -> stack.helpers().stopAll(), new Up(stack, bootstrap, environment, output)::run);
    }

    Down down(PrintStream output) {
        return new Down(stack, environment, output);
    }
}

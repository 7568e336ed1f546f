package org.entente.launcher;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.settings.Settings;

/** What the commands share. */
record Launcher(Stack stack, Map<String, String> environment, Optional<Bootstrap> bootstrap) {
    Settings settings() {
        return stack.settings();
    }

    Up up(PrintStream output) {
        return new Up(stack, bootstrap, environment, output);
    }

    Down down(PrintStream output) {
        return new Down(stack, environment, output);
    }
}

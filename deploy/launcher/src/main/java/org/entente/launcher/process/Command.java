package org.entente.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to run.
 *
 * @param arguments the program and its arguments
 * @param environment what to add to the launcher's own environment, of which everything that configures the launcher
 *     itself ({@code ENTENTE_…}) is left out
 * @param folder where it runs
 * @param log the file that gets all it prints
 */
public record Command(List<String> arguments, Map<String, String> environment, Path folder, Path log) {
    private static final String OWN_VARIABLES = "ENTENTE_";

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    ProcessBuilder builder(List<String> wrapped) {
        ProcessBuilder builder = new ProcessBuilder(wrapped).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith(OWN_VARIABLES));
        builder.environment().putAll(environment);
        return builder;
    }

    /** The arguments only: the environment may hold passwords. */
    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}

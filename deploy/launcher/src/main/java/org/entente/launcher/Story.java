package org.entente.launcher;

import java.util.List;

/** The main job, told step by step through the operators' public HTTP APIs: what {@code story} runs when all is up. */
@FunctionalInterface
public interface Story {
    /** Runs it with the arguments that the user gave after {@code story}; the answer is the exit code. */
    int run(Addresses addresses, List<String> arguments);
}

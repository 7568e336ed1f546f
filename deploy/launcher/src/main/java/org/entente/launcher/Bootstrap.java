package org.entente.launcher;

import java.util.function.Consumer;

/**
 * What {@code up} does when all parts are ready, through the operators' public HTTP APIs only: connect the sites,
 * exchange keys, sign the first agreement. It must be safe to repeat after an interruption at any point; once it has
 * returned, it is not called again for the same addresses and data.
 */
@FunctionalInterface
public interface Bootstrap {
    /**
     * Does it all, or throws what kept it from being done.
     *
     * @param doing is told, in a word or two, what is being done
     * @throws org.entente.launcher.progress.LaunchException with one sentence for the user, if it cannot be done
     */
    void run(Addresses addresses, Consumer<String> doing);
}

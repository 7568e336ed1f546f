package org.entente.launcher;

import java.util.concurrent.Callable;
import org.entente.launcher.progress.Elapsed;
import picocli.CommandLine.Command;

/** {@code ./entente up}. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
    private final Launcher launcher;

    UpCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        long began = System.nanoTime();
        if (launcher.bringUp(System.out)) {
            System.out.println();
            System.out.println("Entente is up (" + Elapsed.since(began) + ").");
            System.out.println();
            System.out.print(Welcome.text(launcher.settings()));
        } else {
            System.out.println("Entente is up already, nothing to do: "
                    + Addresses.of(launcher.settings()).alba() + " and "
                    + Addresses.of(launcher.settings()).boreal() + " (./entente status tells more).");
        }
        return 0;
    }
}

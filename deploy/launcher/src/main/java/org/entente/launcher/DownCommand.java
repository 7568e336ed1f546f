package org.entente.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./entente down}. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {
    private final Launcher launcher;

    DownCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        System.out.println(
                launcher.down(System.out).run() ? "Entente is down; its data are kept." : "Nothing is running.");
        return 0;
    }
}

package org.entente.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Settings;

/** The real OpenStack on this machine, brought up by its own script. */
final class Lab {
    private static final String ADDRESS = "127.0.2.1";

    private final Settings settings;

    /** The file with the lab's log-in, which its script writes. */
    static Path login(Settings settings) {
        return settings.folders()
                .home()
                .resolve("lab/openstack")
                .resolve(ADDRESS)
                .resolve("openrc");
    }

    Lab(Settings settings) {
        this.settings = settings;
    }

    /** Returns once it answers; a lab that is up already is left alone. */
    void bringUp(PrintStream aside) {
        Path script = settings.folders().checkout().resolve("deploy/lab/openstack/openstack");
        ProcessBuilder command = new ProcessBuilder(script.toString(), "up", ADDRESS);
        command.environment().put("ENTENTE_HOME", settings.folders().home().toString());
        command.redirectErrorStream(true);
        try {
            Process process = command.start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(aside);
            int code = process.waitFor();
            if (code != 0) {
                throw new LaunchException(
                        "The OpenStack lab did not come up (exit code " + code + "); its last lines above tell why.");
            }
        } catch (IOException broken) {
            throw new LaunchException("The lab's script " + script + " cannot be run.", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Stopped while the lab came up.", stopped);
        }
    }
}

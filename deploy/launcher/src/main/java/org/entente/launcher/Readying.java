package org.entente.launcher;

import java.io.PrintStream;
import org.entente.commandline.command.BeforeStory;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Progress;
import org.entente.commandline.story.SiteChoice;
import org.entente.launcher.progress.LaunchException;

/** Brings everything up before a story. The way there is told on standard error, so that JSON stands alone. */
final class Readying implements BeforeStory {
    private final Launcher launcher;

    Readying(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public void bringUp(SiteChoice site, Progress progress) {
        PrintStream aside = System.err;
        try {
            if (site == SiteChoice.LAB) {
                new Lab(launcher.settings()).bringUp(aside);
            }
            boolean unused = launcher.bringUp(aside);
            new InstallationFile(launcher.settings()).write();
        } catch (LaunchException failed) {
            String log = failed.log().map(place -> " Log: " + place).orElse("");
            throw new CommandException(failed.getMessage() + log, failed);
        }
    }
}

package org.entente.commandline.command;

import org.entente.commandline.progress.Progress;
import org.entente.commandline.story.SiteChoice;

/** Brings up what a story needs: the operators' servers, the simulator or the lab, and {@code operators.json}. */
@FunctionalInterface
public interface BeforeStory {
    /** Returns once everything answers, or throws {@link org.entente.commandline.progress.CommandException}. */
    void bringUp(SiteChoice site, Progress progress);
}

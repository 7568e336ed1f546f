package org.entente.launcher;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.launcher.progress.LaunchException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./entente story}: brings everything up if it is not, then hands all arguments to the {@link Story}. */
@Command(name = "story")
final class StoryCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    StoryCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        Story story = launcher.story().orElseThrow(() -> new LaunchException("This build has no story to tell."));
        // What scripts read is the story's own output; the way there must not stand before it.
        PrintStream aside = arguments.contains("--json") ? System.err : System.out;
        boolean unused = launcher.up(aside).run();
        return story.run(Addresses.of(launcher.settings()), List.copyOf(arguments));
    }
}

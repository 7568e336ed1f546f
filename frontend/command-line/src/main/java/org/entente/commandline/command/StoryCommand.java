package org.entente.commandline.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.commandline.bootstrap.Pair;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Installation.LabEntry;
import org.entente.commandline.progress.Progress;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.TextProgress;
import org.entente.commandline.story.SiteChoice;
import org.entente.commandline.story.Story;
import org.entente.commandline.story.StoryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs the main job from the quote to the files. */
@Command(
        name = "story",
        description = {
            "Run the main job: a DevOps user of Alba orders two virtual machines and a container group, on Alba's site"
                    + " and on Boreal's; a month passes on the development clocks; both operators close it, agree on"
                    + " the statement and send their invoices; all documents land in a folder."
        },
        mixinStandardHelpOptions = true)
public final class StoryCommand implements Callable<Integer> {
    private final ClientContext context;
    private final BeforeStory before;

    @Option(
            names = "--site",
            paramLabel = "simulator|lab",
            description = "Where Boreal's virtual machine runs. Default: ${DEFAULT-VALUE}.",
            defaultValue = "simulator",
            converter = SiteChoiceText.class)
    private SiteChoice site = SiteChoice.SIMULATOR;

    @Option(
            names = "--folder",
            paramLabel = "PATH",
            description = "Where the documents go. Default: story/YYYY-MM in the state folder.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long any one step may wait. Default: ${DEFAULT-VALUE}.",
            defaultValue = "180")
    private int timeoutSeconds = 180;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public StoryCommand(ClientContext context, BeforeStory before) {
        this.context = context;
        this.before = before;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            StoryReport report = run(new TextProgress(output.progress(), System::nanoTime));
            return new Shown(report, report.lines(), report.difference());
        });
    }

    private StoryReport run(Progress progress) {
        before.bringUp(site, progress);
        Installation installation = Installation.read(context.home());
        Steps steps = new Steps(progress, Duration.ofSeconds(timeoutSeconds));
        Pair.bootstrap(installation, lab(installation), context.http(), steps).run();
        return new Story(installation, site, context.http(), steps).run(this::folderOf);
    }

    private Optional<LabEntry> lab(Installation installation) {
        return switch (site) {
            case SIMULATOR -> Optional.empty();
            case LAB -> Optional.of(installation.requiredLab());
        };
    }

    private Path folderOf(YearMonth period) {
        return folder.orElseGet(() -> context.home().resolve("story").resolve(period.toString()))
                .toAbsolutePath()
                .normalize();
    }

    private static final class SiteChoiceText implements ITypeConverter<SiteChoice> {
        @Override
        public SiteChoice convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "simulator" -> SiteChoice.SIMULATOR;
                case "lab" -> SiteChoice.LAB;
                default -> throw new TypeConversionException("must be simulator or lab, but was " + text);
            };
        }
    }
}

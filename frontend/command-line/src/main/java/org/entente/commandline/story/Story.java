package org.entente.commandline.story;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.OrdersClient.DeploymentView;
import org.entente.commandline.operator.OrdersClient.QuoteView;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Outcome;
import org.entente.commandline.story.Ordering.Activated;
import org.entente.commandline.story.StoryReport.LabReport;

/**
 * The main job: a quote, an order on both operators' sites, a month of use on the development clocks, the closed period
 * on both sides, and all its documents in a folder. Each run bills a month that no run before it did.
 */
public final class Story {
    private final Cast cast;
    private final Steps steps;
    private final Clocks clocks;
    private final Ordering ordering;
    private final StoryPlan plan;
    private final Optional<LabProof> lab;

    /**
     * A story at an installation whose pair is ready.
     *
     * @param choice where the virtual machine at Boreal runs
     */
    public Story(Installation installation, SiteChoice choice, HttpCalls http, Steps steps) {
        this.cast = Cast.of(installation, http);
        this.steps = steps;
        this.clocks = new Clocks(cast);
        this.ordering = new Ordering(cast.devops(), steps);
        this.plan = StoryPlan.at(choice);
        this.lab = switch (choice) {
            case SIMULATOR -> Optional.empty();
            case LAB -> Optional.of(LabProof.at(installation.requiredLab(), http, steps));
        };
    }

    /**
     * Runs it.
     *
     * @param folderOf where the files of a month go
     */
    public StoryReport run(Function<YearMonth, Path> folderOf) {
        BillingMonth month = begin();
        ordering.awaitSites(plan);
        QuoteView quote = ordering.quote(plan);
        Activated activated = ordering.order(plan, quote);
        String order = activated.deployment().order();
        Optional<LabProof.Seen> seen = lab.map(proof -> proof.seenActive(activated.deployment()));
        move("Let the month pass", month.releaseAt());
        DeploymentView ended = ordering.release(order);
        Optional<LabReport> labReport = lab.flatMap(proof -> seen.map(proof::gone));
        move("Let the month end", month.closeAt());
        Closing.Closed closed = new Closing(cast, month.period(), steps).close();
        Path folder = folderOf.apply(month.period());
        List<String> files = download(folder, month, closed);
        return new Reporting(cast, month, folder.toString())
                .report(new Activated(ended, activated.orderToActiveMillis()), closed, files, labReport);
    }

    private BillingMonth begin() {
        return steps.run("Move both clocks to a month's first day", () -> {
            Instant now = clocks.latest();
            BillingMonth month = BillingMonth.beginningAt(now);
            Instant start = month.start().isAfter(now) ? month.start() : now;
            clocks.moveTo(start);
            return new Outcome<>(month, month.period() + " begins, both show " + start);
        });
    }

    private void move(String step, Instant instant) {
        steps.run(step, () -> {
            clocks.moveTo(instant);
            return new Outcome<>(instant, "both clocks show " + instant);
        });
    }

    private List<String> download(Path folder, BillingMonth month, Closing.Closed closed) {
        return steps.run("Download the documents", () -> {
            List<String> files = new StoryFiles(folder, cast, month.period()).download(closed);
            return new Outcome<>(files, files.size() + " files in " + folder);
        });
    }
}

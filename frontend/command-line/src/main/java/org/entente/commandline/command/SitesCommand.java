package org.entente.commandline.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.SitesClient;
import org.entente.commandline.operator.SitesClient.FlavourView;
import org.entente.commandline.operator.SitesClient.MoveDecision;
import org.entente.commandline.operator.SitesClient.MoveRequest;
import org.entente.commandline.operator.SitesClient.OwnSite;
import org.entente.commandline.operator.SitesClient.SightingPage;
import org.entente.commandline.operator.SitesClient.SiteSummary;
import org.entente.commandline.operator.SitesClient.SiteUsage;
import org.entente.commandline.operator.SitesClient.SiteView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists where one can order, and looks after the operator's own sites. */
@Command(
        name = "sites",
        description = "List the sites that one can order at, the operator's own and its partners'.",
        mixinStandardHelpOptions = true)
public final class SitesCommand implements Callable<Integer> {
    private static final String SITE = "SITE";

    private final ClientContext context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public SitesCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            List<SiteView> sites = connection.api(context, Role.DEVOPS).sites().all();
            TextTable table = TextTable.of("operator", "site", "name", "country", "technology", "state", "flavours");
            sites.forEach(site -> table.row(
                    site.operator(),
                    site.site(),
                    site.name(),
                    site.country(),
                    site.technology()
                            .map(known -> known.toLowerCase(Locale.ROOT))
                            .orElse(""),
                    site.state(),
                    flavours(site)));
            return Shown.of(sites, table.lines());
        });
    }

    @Command(description = "Show one of the operator's own sites.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = SITE) String site,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return shown(connectionOptions, outputOptions, client -> client.own(site));
    }

    @Command(
            description =
                    "Connect a site. The secret is read from the environment; what runs there is found by asking.",
            mixinStandardHelpOptions = true)
    int connect(
            @Parameters(paramLabel = SITE) String site,
            @Mixin NewSiteOptions wanted,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return shown(connectionOptions, outputOptions, client -> client.connect(wanted.request(site, context)));
    }

    @Command(description = "Log in at a site with other credentials from now on.", mixinStandardHelpOptions = true)
    int credentials(
            @Parameters(paramLabel = SITE) String site,
            @Mixin CredentialOptions credentials,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return shown(
                connectionOptions,
                outputOptions,
                client -> client.credentials(
                        site, credentials.account(), CredentialOptions.secret(context), credentials.authority()));
    }

    @Command(description = "Take no new orders at a site. What runs there stays.", mixinStandardHelpOptions = true)
    int drain(
            @Parameters(paramLabel = SITE) String site,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return shown(connectionOptions, outputOptions, client -> client.move(site, "drain"));
    }

    @Command(name = "return", description = "Take orders at a drained site again.", mixinStandardHelpOptions = true)
    int comeBack(
            @Parameters(paramLabel = SITE) String site,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return shown(connectionOptions, outputOptions, client -> client.move(site, "return"));
    }

    @Command(
            description = "Let go of a site at which nothing runs, and erase its credentials.",
            mixinStandardHelpOptions = true)
    int retire(
            @Parameters(paramLabel = SITE) String site,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return shown(connectionOptions, outputOptions, client -> client.move(site, "retire"));
    }

    @Command(description = "Ask a site now what it can do.", mixinStandardHelpOptions = true)
    int probe(
            @Parameters(paramLabel = SITE) String site,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return shown(connectionOptions, outputOptions, client -> client.move(site, "probe"));
    }

    @Command(description = "Say what changed at a site, the newest first.", mixinStandardHelpOptions = true)
    int history(
            @Parameters(paramLabel = SITE) String site,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return outputOptions.show(() -> {
            SightingPage page = client(connectionOptions).history(site);
            return Shown.of(page, SiteText.lines(page));
        });
    }

    @Command(
            description = "Decide that what may move from a site that is cut off shall move.",
            mixinStandardHelpOptions = true)
    int move(
            @Parameters(paramLabel = SITE) String site,
            @Option(names = "--reason", required = true, description = "Why, for those who ask later.") String reason,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return outputOptions.show(() -> {
            MoveDecision decision = client(connectionOptions).move(site, new MoveRequest(reason));
            return Shown.of(
                    decision,
                    List.of(decision.decidedBy() + " decided at " + decision.decidedAt() + " that what may move from "
                            + decision.site() + " shall move"));
        });
    }

    @Command(
            aliases = "metrics",
            description = "Sum up capacity and use of a set of own sites, now.",
            mixinStandardHelpOptions = true)
    int summary(
            @Mixin SiteSelection selection,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return outputOptions.show(() -> {
            SiteSummary summary = client(connectionOptions).summary(selection.query());
            return Shown.of(summary, SiteText.lines(summary));
        });
    }

    @Command(
            description = "Sum up what was used at a set of own sites between two instants.",
            mixinStandardHelpOptions = true)
    int usage(
            @Mixin SiteSelection selection,
            @Option(names = "--from", required = true, description = "Such as 2027-06-01T00:00:00Z.") Instant from,
            @Option(names = "--to", required = true, description = "The first instant that does not count.") Instant to,
            @Mixin ConnectionOptions connectionOptions,
            @Mixin OutputOptions outputOptions) {
        return outputOptions.show(() -> {
            SiteUsage usage = client(connectionOptions).usage(selection.query(), from, to);
            return Shown.of(usage, SiteText.lines(usage));
        });
    }

    private int shown(
            ConnectionOptions connectionOptions, OutputOptions outputOptions, Function<SitesClient, OwnSite> question) {
        return outputOptions.show(() -> {
            OwnSite site = question.apply(client(connectionOptions));
            return Shown.of(site, SiteText.lines(site));
        });
    }

    private SitesClient client(ConnectionOptions connectionOptions) {
        return connectionOptions.api(context, Role.ENGINEER).sites();
    }

    private static String flavours(SiteView site) {
        return site.flavours().stream().map(FlavourView::name).collect(Collectors.joining(" "));
    }
}

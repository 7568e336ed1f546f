package org.entente.commandline.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.SitesClient.FlavourView;
import org.entente.commandline.operator.SitesClient.SiteView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists where one can order. */
@Command(
        name = "sites",
        description = "List the sites that one can order at, the operator's own and its partners'.",
        mixinStandardHelpOptions = true)
public final class SitesCommand implements Callable<Integer> {
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
                    site.technology().toLowerCase(Locale.ROOT),
                    site.state(),
                    flavours(site)));
            return Shown.of(sites, table.lines());
        });
    }

    private static String flavours(SiteView site) {
        return site.flavours().stream().map(FlavourView::name).collect(Collectors.joining(" "));
    }
}

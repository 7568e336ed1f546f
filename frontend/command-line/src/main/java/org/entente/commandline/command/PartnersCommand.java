package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.PartnersClient.PartnerView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists partners. */
@Command(
        name = "partners",
        description = "List the operators that keys were exchanged with, and their fingerprints.",
        mixinStandardHelpOptions = true)
public final class PartnersCommand implements Callable<Integer> {
    private final ClientContext context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public PartnersCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            List<PartnerView> partners =
                    connection.api(context, Role.ENGINEER).partners().all();
            TextTable table = TextTable.of("partner", "name", "state", "url");
            List<String> fingerprints = new ArrayList<>();
            for (PartnerView partner : partners) {
                table.row(
                        partner.operator(),
                        partner.name(),
                        partner.state(),
                        partner.url().toString());
                fingerprints.add(partner.operator() + " " + partner.fingerprint());
            }
            List<String> lines = new ArrayList<>(table.lines());
            if (!fingerprints.isEmpty()) {
                lines.add("");
                lines.add("Fingerprints:");
                lines.addAll(fingerprints);
            }
            return Shown.of(partners, lines);
        });
    }
}

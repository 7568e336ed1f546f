package org.entente.commandline.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.AgreementsClient.AgreementView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists agreements. */
@Command(
        name = "agreements",
        description = "List the agreements with partners, version by version.",
        mixinStandardHelpOptions = true)
public final class AgreementsCommand implements Callable<Integer> {
    private final ClientContext context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public AgreementsCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            List<AgreementView> agreements =
                    connection.api(context, Role.ENGINEER).agreements().all();
            TextTable table = TextTable.of("agreement", ">version", "state", "host", "home", "zones");
            agreements.forEach(one -> table.row(
                    one.agreement(),
                    Integer.toString(one.version()),
                    one.state(),
                    one.host(),
                    one.home(),
                    String.join(" ", one.zones())));
            return Shown.of(agreements, table.lines());
        });
    }
}

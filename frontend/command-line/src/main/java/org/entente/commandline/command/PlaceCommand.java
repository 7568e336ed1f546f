package org.entente.commandline.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.OrdersClient.PlacementView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries what would be chosen. */
@Command(
        name = "place",
        description = "Try which sites a policy would choose, and why not the others. Nothing is stored.",
        mixinStandardHelpOptions = true)
public final class PlaceCommand implements Callable<Integer> {
    private final ClientContext context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final WorkloadOptions wanted = new WorkloadOptions();

    @Option(
            names = "--verdicts",
            paramLabel = "COUNT",
            description = "How many sites to tell about, from 0 to 1000. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20")
    private int verdicts;

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The first of them, in the order of places. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private int from;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public PlaceCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            ObjectNode asked = wanted.asked();
            asked.putObject("explain").put("from", from).put("limit", verdicts);
            PlacementView placement =
                    connection.api(context, Role.DEVOPS).orders().choose(asked);
            return Shown.of(placement, PlacementTable.lines(placement));
        });
    }
}

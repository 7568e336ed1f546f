package org.entente.commandline.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.OrdersClient.DeploymentView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists deployments. */
@Command(name = "deployments", description = "List deployments.", mixinStandardHelpOptions = true)
public final class DeploymentsCommand implements Callable<Integer> {
    private final ClientContext context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public DeploymentsCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            List<DeploymentView> deployments =
                    connection.api(context, Role.DEVOPS).orders().deployments();
            TextTable table = TextTable.of("deployment", "name", "state", ">instances", ">cost so far", "");
            deployments.forEach(one -> table.row(
                    one.order(),
                    one.name(),
                    one.state().text(),
                    Integer.toString(one.instances().size()),
                    one.costSoFar().toPlainString(),
                    one.currency()));
            return Shown.of(deployments, table.lines());
        });
    }
}

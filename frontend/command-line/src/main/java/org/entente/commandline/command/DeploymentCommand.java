package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.OrdersClient.DeploymentView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one deployment. */
@Command(name = "deployment", description = "Show one deployment.", mixinStandardHelpOptions = true)
public final class DeploymentCommand implements Callable<Integer> {
    private final ClientContext context;

    @Parameters(paramLabel = "NAME", description = "Its name or its id.")
    private String name = "";

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public DeploymentCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            DeploymentView found =
                    DeploymentChoice.find(connection.api(context, Role.DEVOPS).orders(), name);
            return Shown.of(found, lines(found));
        });
    }

    private static List<String> lines(DeploymentView deployment) {
        List<String> lines = new ArrayList<>();
        lines.add(deployment.name() + " (" + deployment.order() + ") is "
                + deployment.state().text()
                + deployment.reason().map(why -> ": " + why).orElse("") + ".");
        lines.add("Ordered " + deployment.createdAt()
                + deployment.tenant().map(tenant -> " for " + tenant).orElse("") + ", cost so far "
                + deployment.costSoFar().toPlainString() + " " + deployment.currency() + ".");
        lines.add("");
        TextTable table = TextTable.of("instance", "operator", "site", "state", "address", ">cost so far", "");
        deployment
                .instances()
                .forEach(one -> table.row(
                        one.name(),
                        one.operator(),
                        one.site(),
                        one.state(),
                        one.address().orElse(""),
                        one.costSoFar().toPlainString(),
                        deployment.currency()));
        lines.addAll(table.lines());
        deployment.instances().forEach(one -> one.reason().ifPresent(why -> lines.add(one.name() + ": " + why)));
        return lines;
    }
}

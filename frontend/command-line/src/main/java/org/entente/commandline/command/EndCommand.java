package org.entente.commandline.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.OrdersClient;
import org.entente.commandline.operator.OrdersClient.DeploymentView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a deployment. */
@Command(name = "end", description = "End a deployment with all its instances.", mixinStandardHelpOptions = true)
public final class EndCommand implements Callable<Integer> {
    private final ClientContext context;

    @Parameters(paramLabel = "NAME", description = "Its name or its id.")
    private String name = "";

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public EndCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            OrdersClient orders = connection.api(context, Role.DEVOPS).orders();
            String order = DeploymentChoice.find(orders, name).order();
            orders.end(order);
            DeploymentView now = orders.deployment(order);
            return Shown.of(
                    now,
                    List.of(now.name() + " (" + order + ") is " + now.state().text() + "."));
        });
    }
}

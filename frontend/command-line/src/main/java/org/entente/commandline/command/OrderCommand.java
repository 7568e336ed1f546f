package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.IdempotencyKey;
import org.entente.commandline.operator.OrdersClient;
import org.entente.commandline.operator.OrdersClient.OrderView;
import org.entente.commandline.operator.OrdersClient.QuoteView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Orders something at the price of a fresh quote. */
@Command(
        name = "order",
        description = "Order virtual machines and containers, at the price of a fresh quote.",
        mixinStandardHelpOptions = true)
public final class OrderCommand implements Callable<Integer> {
    private final ClientContext context;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What to call the deployment.")
    private String name = "";

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final WorkloadOptions wanted = new WorkloadOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public OrderCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            OrdersClient orders = connection.api(context, Role.DEVOPS).orders();
            QuoteView quote = orders.quote(wanted.asked());
            OrderView order = orders.place(name, quote.quote(), IdempotencyKey.fresh());
            List<String> lines = new ArrayList<>(QuoteTable.lines(quote));
            lines.add("Order " + order.order() + " is " + order.state() + "; see how it goes with: deployment "
                    + order.order());
            return Shown.of(order, lines);
        });
    }
}

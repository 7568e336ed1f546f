package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.IdempotencyKey;
import org.entente.commandline.operator.OrdersClient;
import org.entente.commandline.operator.OrdersClient.OrderChoices;
import org.entente.commandline.operator.OrdersClient.OrderView;
import org.entente.commandline.operator.OrdersClient.QuoteView;
import org.entente.commandline.progress.CommandException;
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

    @Option(
            names = "--completeness",
            paramLabel = "all|partial",
            description = "What is wanted where some part cannot be made. Default: all or nothing.")
    private Optional<String> completeness = Optional.empty();

    @Option(
            names = "--when-cut-off",
            paramLabel = "stay|move|move-and-return",
            description = {
                "What may happen to what runs at a site of the operator that cannot be reached, once its engineer"
                        + " decides so. Default: stay."
            })
    private Optional<String> whenCutOff = Optional.empty();

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
            OrderChoices choices = choices();
            OrdersClient orders = connection.api(context, Role.DEVOPS).orders();
            QuoteView quote = orders.quote(wanted.asked());
            OrderView order = orders.place(name, quote.quote(), choices, IdempotencyKey.fresh());
            List<String> lines = new ArrayList<>(QuoteTable.lines(quote));
            lines.add("Order " + order.order() + " is " + order.state() + "; see how it goes with: deployment "
                    + order.order());
            return Shown.of(order, lines);
        });
    }

    /** In the API's words. */
    private OrderChoices choices() {
        return new OrderChoices(
                completeness.map(text -> word("--completeness", text, List.of("ALL", "PARTIAL"))),
                whenCutOff.map(text -> word("--when-cut-off", text, List.of("STAY", "MOVE", "MOVE_AND_RETURN"))));
    }

    private static String word(String option, String text, List<String> known) {
        String word = text.toUpperCase(Locale.ROOT).replace('-', '_');
        if (!known.contains(word)) {
            String choices = String.join(", ", known).toLowerCase(Locale.ROOT).replace('_', '-');
            throw new CommandException(option + " must be one of " + choices + ", but was " + text);
        }
        return word;
    }
}

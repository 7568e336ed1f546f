package org.entente.commandline.command;

import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.OrdersClient.QuoteView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks what something would cost. */
@Command(
        name = "quote",
        description = "Ask what virtual machines and containers would cost.",
        mixinStandardHelpOptions = true)
public final class QuoteCommand implements Callable<Integer> {
    private final ClientContext context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final WorkloadOptions wanted = new WorkloadOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public QuoteCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            QuoteView quote = connection.api(context, Role.DEVOPS).orders().quote(wanted.asked());
            return Shown.of(quote, QuoteTable.lines(quote));
        });
    }
}

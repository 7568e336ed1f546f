package org.entente.commandline.command;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.FinanceClient.StatementView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists a period's statements. */
@Command(
        name = "statements",
        description = "List the statements of a month, received and issued.",
        mixinStandardHelpOptions = true)
public final class StatementsCommand implements Callable<Integer> {
    private final ClientContext context;

    @Parameters(paramLabel = "YYYY-MM", description = "The month.")
    private YearMonth period = YearMonth.of(1970, 1);

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public StatementsCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            List<StatementView> statements =
                    connection.api(context, Role.FINANCE).finance().statements(period);
            TextTable table = TextTable.of("statement", "agreement", "state", ">stated", ">own total", "");
            statements.forEach(one -> table.row(
                    one.document(),
                    one.agreement(),
                    one.state().text(),
                    one.statedTotal().toPlainString(),
                    one.ownTotal().toPlainString(),
                    one.currency()));
            return Shown.of(statements, table.lines());
        });
    }
}

package org.entente.commandline.command;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.FinanceClient.InvoiceView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists a period's invoices. */
@Command(
        name = "invoices",
        description = "List the invoices of a month, received and issued.",
        mixinStandardHelpOptions = true)
public final class InvoicesCommand implements Callable<Integer> {
    private final ClientContext context;

    @Parameters(paramLabel = "YYYY-MM", description = "The month.")
    private YearMonth period = YearMonth.of(1970, 1);

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public InvoicesCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            List<InvoiceView> invoices =
                    connection.api(context, Role.FINANCE).finance().invoices(period);
            TextTable table = TextTable.of("invoice", "from", "to", "state", ">net", ">tax", ">payable", "");
            invoices.forEach(one -> table.row(
                    one.number(),
                    one.issuer(),
                    one.buyer(),
                    one.state().toLowerCase(Locale.ROOT),
                    one.net().toPlainString(),
                    one.tax().toPlainString(),
                    one.payable().toPlainString(),
                    one.currency()));
            return Shown.of(invoices, table.lines());
        });
    }
}

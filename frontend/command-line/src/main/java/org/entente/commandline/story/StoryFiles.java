package org.entente.commandline.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.commandline.operator.FinanceClient;
import org.entente.commandline.operator.FinanceClient.InvoiceView;
import org.entente.commandline.operator.FinanceClient.UsageReportView;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.story.Cast.OperatorSide;

/** Puts a period's documents into a folder, one subfolder for each operator, under the same names every time. */
final class StoryFiles {
    private final Path folder;
    private final Cast cast;
    private final YearMonth period;
    private final List<String> written = new ArrayList<>();

    StoryFiles(Path folder, Cast cast, YearMonth period) {
        this.folder = folder;
        this.cast = cast;
        this.period = period;
    }

    /** Downloads everything and names the files, relative to the folder. */
    List<String> download(Closing.Closed closed) {
        clear(cast.host());
        clear(cast.home());
        documents(cast.host());
        invoice(cast.host(), "partner", closed.issued());
        documents(cast.home());
        invoice(cast.home(), "partner", closed.received());
        invoice(cast.home(), "tenant", closed.tenant());
        return List.copyOf(written);
    }

    /** What an earlier story left under the same month's name is not part of this one. */
    private void clear(OperatorSide side) {
        Path own = folder.resolve(side.id());
        if (!Files.isDirectory(own)) {
            return;
        }
        try (Stream<Path> earlier = Files.list(own)) {
            for (Path file : earlier.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new CommandException(own + " cannot be cleared: " + broken.getMessage(), broken);
        }
    }

    private void documents(OperatorSide side) {
        FinanceClient finance = side.finance().finance();
        String agreement = cast.agreement();
        write(side, "keys.json", side.finance().keyHistory());
        write(side, "agreement.json", side.finance().agreements().document(agreement));
        for (UsageReportView report : finance.usageReports(period, agreement)) {
            String name = String.format(Locale.ROOT, "usage-report-%04d.json", report.number());
            write(side, name, finance.usageReportDocument(agreement, report.number()));
        }
        write(side, "statement.json", finance.statementDocument(agreement, period));
        write(side, "focus.csv", finance.focus(period));
        write(side, "ledger.journal", finance.journal(period));
    }

    private void invoice(OperatorSide side, String kind, InvoiceView invoice) {
        FinanceClient finance = side.finance().finance();
        write(side, "invoice-" + kind + ".json", finance.invoiceText(invoice.number()));
        write(side, "invoice-" + kind + ".xml", finance.invoiceUbl(invoice.number()));
        if (invoice.agreement().isPresent()) {
            write(side, "invoice-" + kind + "-signed.json", finance.invoiceDocument(invoice.number()));
        }
    }

    private void write(OperatorSide side, String name, String content) {
        Path file = folder.resolve(side.id()).resolve(name);
        if (content.isBlank()) {
            throw new CommandException(side.name() + " gave an empty " + name + " for " + period);
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException broken) {
            throw new CommandException(file + " cannot be written: " + broken.getMessage(), broken);
        }
        written.add(side.id() + "/" + name);
    }
}

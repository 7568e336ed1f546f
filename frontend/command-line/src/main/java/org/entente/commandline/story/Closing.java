package org.entente.commandline.story;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.commandline.operator.FinanceClient.InvoiceView;
import org.entente.commandline.operator.FinanceClient.PeriodView;
import org.entente.commandline.operator.FinanceClient.StatementState;
import org.entente.commandline.operator.FinanceClient.StatementView;
import org.entente.commandline.operator.IdempotencyKey;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Look;
import org.entente.commandline.progress.Steps.Outcome;
import org.entente.commandline.story.Cast.OperatorSide;

/** Both finance users' part: close the period, and wait for the statement and the invoices. */
final class Closing {
    private final Cast cast;
    private final YearMonth period;
    private final Steps steps;

    Closing(Cast cast, YearMonth period, Steps steps) {
        this.cast = cast;
        this.period = period;
        this.steps = steps;
    }

    /**
     * A period that both operators closed.
     *
     * @param hostStatement the accepted statement as the host operator has it
     * @param homeStatement the same at the home operator
     * @param issued the host operator's invoice as it has it itself
     * @param received the same at the home operator
     * @param tenant the home operator's invoice to its tenant
     */
    record Closed(
            StatementView hostStatement,
            StatementView homeStatement,
            InvoiceView issued,
            InvoiceView received,
            InvoiceView tenant) {}

    Closed close() {
        close(cast.host());
        close(cast.home());
        StatementView hostStatement = accepted(cast.host());
        StatementView homeStatement = accepted(cast.home());
        Predicate<InvoiceView> partners = invoice -> invoice.agreement().equals(Optional.of(cast.agreement()));
        Predicate<InvoiceView> tenants =
                invoice -> invoice.agreement().isEmpty() && invoice.buyer().equals(cast.tenant());
        InvoiceView issued = invoice(cast.host(), "to " + cast.home().name(), partners);
        InvoiceView received = invoice(cast.home(), "from " + cast.host().name(), partners);
        InvoiceView tenant = invoice(cast.home(), "to the tenant " + cast.tenant(), tenants);
        return new Closed(hostStatement, homeStatement, issued, received, tenant);
    }

    private void close(OperatorSide side) {
        steps.run(side.name() + " closes " + period, () -> {
            side.finance().finance().close(period, IdempotencyKey.fresh());
            return new Outcome<>(period, "asked for");
        });
    }

    private StatementView accepted(OperatorSide side) {
        return steps.run("Wait until the statement is accepted at " + side.name(), () -> {
            StatementView accepted = steps.await(
                    "an accepted statement of " + period + " under " + cast.agreement() + " at " + side.name(),
                    () -> look(side));
            String total = accepted.ownTotal().toPlainString() + " " + accepted.currency();
            return new Outcome<>(accepted, side.name() + " itself computed " + total);
        });
    }

    private Look<StatementView> look(OperatorSide side) {
        List<StatementView> statements = side.finance().finance().statements(period).stream()
                .filter(statement -> statement.agreement().equals(cast.agreement()))
                .toList();
        Optional<StatementView> accepted = in(statements, StatementState.ACCEPTED);
        if (accepted.isPresent()) {
            return new Look.Seen<>(accepted.get());
        }
        in(statements, StatementState.REFUSED).ifPresent(refused -> {
            throw new CommandException("The statement of " + period + " over "
                    + refused.statedTotal().toPlainString() + " was refused"
                    + refused.reason().map(why -> ": " + why).orElse(""));
        });
        return new Look.NotYet<>(
                statements.isEmpty() ? "there is none" + stateOfPeriod(side) : shown(statements.getLast()));
    }

    private static Optional<StatementView> in(List<StatementView> statements, StatementState state) {
        return statements.stream()
                .filter(statement -> statement.state() == state)
                .findFirst();
    }

    private static String shown(StatementView statement) {
        String reason = statement.reason().map(why -> ": " + why).orElse("");
        return "it is " + statement.state().text() + reason;
    }

    private String stateOfPeriod(OperatorSide side) {
        PeriodView view = side.finance().finance().period(period);
        String waits = view.waits().stream()
                .map(wait -> wait.owner() + ": " + wait.reason())
                .collect(Collectors.joining("; "));
        return ", and the period is " + view.state().toLowerCase(Locale.ROOT)
                + (waits.isEmpty() ? "" : ", waiting for " + waits);
    }

    private InvoiceView invoice(OperatorSide side, String which, Predicate<InvoiceView> wanted) {
        return steps.run("Wait for the invoice " + which + " at " + side.name(), () -> {
            InvoiceView invoice = steps.await("an invoice " + which + " for " + period + " at " + side.name(), () -> {
                List<InvoiceView> seen = side.finance().finance().invoices(period);
                return seen.stream()
                        .filter(wanted)
                        .findFirst()
                        .<Look<InvoiceView>>map(Look.Seen::new)
                        .orElseGet(() -> new Look.NotYet<>("there are only " + seen.size() + " others"));
            });
            return new Outcome<>(
                    invoice,
                    invoice.number() + " over " + invoice.payable().toPlainString() + " " + invoice.currency());
        });
    }
}

package org.entente.billing.closing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Window;
import org.entente.billing.invoice.Buyer;
import org.entente.billing.invoice.InvoiceState;
import org.entente.billing.invoice.StoredInvoice;
import org.entente.billing.statement.StatementView;

/**
 * How a billing period stands.
 *
 * @param window by the tenants' calendar; an agreement's own may differ
 */
public record PeriodView(
        String period,
        Window window,
        State state,
        List<StatementView> statements,
        List<InvoiceSummary> invoices,
        List<WaitView> waits) {
    /** Nobody asked to close it, or it is under way, or nothing is left to do. */
    public enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    /** One invoice of the period. */
    public record InvoiceSummary(
            String number,
            String issuer,
            String buyer,
            Optional<String> agreement,
            String payable,
            String currency,
            InvoiceState state) {
        static InvoiceSummary of(StoredInvoice invoice) {
            return new InvoiceSummary(
                    invoice.heading().number(),
                    invoice.heading().issuer().value(),
                    invoice.buyer().id(),
                    invoice.buyer() instanceof Buyer.Partner partner
                            ? Optional.of(partner.agreement().value())
                            : Optional.empty(),
                    invoice.bill().payable().inCoins(),
                    invoice.bill().tax().currency().getCurrencyCode(),
                    invoice.state());
        }
    }

    /** What the closing waits for. */
    public record WaitView(Optional<String> agreement, String owner, Instant deadline, String reason) {
        static WaitView of(Wait wait) {
            return new WaitView(
                    wait.agreement().map(agreement -> agreement.value()),
                    wait.owner().value(),
                    wait.deadline(),
                    wait.reason());
        }
    }
}

package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.invoice.Invoices;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.statement.StatementState;
import org.entente.billing.statement.Statements;
import org.entente.billing.statement.StoredStatement;

/**
 * What comes next under an agreement whose other party is closed: it is waited for no more, and each of its periods ends with
 * a final statement of our own. A statement that is still on its way is given the dispute window, since a partner that was
 * ended may answer what it was sent before.
 */
@ApplicationScoped
class AloneSteps {
    private final DocumentSigner self;
    private final UsageReadiness readiness;
    private final Charges charges;
    private final Statements statements;
    private final Invoices invoices;
    private final InstantSource clock;

    AloneSteps(
            DocumentSigner self,
            UsageReadiness readiness,
            Charges charges,
            Statements statements,
            Invoices invoices,
            InstantSource clock) {
        this.self = self;
        this.readiness = readiness;
        this.charges = charges;
        this.statements = statements;
        this.invoices = invoices;
        this.clock = clock;
    }

    /** The periods under an agreement that have ended with something to bill and are not settled, the oldest first. */
    List<YearMonth> unsettled(AgreementTerms terms) {
        Set<YearMonth> settled = statements.settled(terms.agreement());
        Instant now = clock.instant();
        return charges.periods(side(terms), terms.agreement().value()).stream()
                .filter(period -> !settled.contains(period))
                .filter(period -> !now.isBefore(terms.calendar().window(period).to()))
                .toList();
    }

    Step next(SignedAgreement agreement, YearMonth period, String reason) {
        AgreementTerms terms = agreement.terms();
        Optional<StoredStatement> latest = statements.latest(terms.agreement(), period);
        if (latest.filter(statement -> statement.state().isSettled()).isPresent()) {
            return settled(agreement, latest.get());
        }
        Instant disputable = latest.filter(statement -> statement.state() == StatementState.SENT)
                .map(StoredStatement::madeAt)
                .map(sent -> sent.plus(Duration.ofDays(terms.settlement().disputeDays())))
                .orElse(Instant.MIN);
        if (clock.instant().isBefore(disputable)) {
            return waiting(terms, disputable, "It waits for an answer to the statement until then, although " + reason);
        }
        Window window = terms.calendar().window(period);
        return readiness
                .missing(window)
                .map(missing -> waiting(terms, window.to(), missing))
                .orElseGet(
                        () -> charges.anyBilled(side(terms), terms.agreement().value(), period)
                                ? new Step.StateAlone(agreement, reason)
                                : new Step.Done());
    }

    /** The invoice follows from the statement, whether or not the partner will ever see it. */
    private Step settled(SignedAgreement agreement, StoredStatement statement) {
        AgreementTerms terms = agreement.terms();
        boolean isBilled = side(terms) == Side.BOUGHT
                || invoices.underAgreement(terms.agreement(), statement.body().period())
                        .isPresent();
        return isBilled ? new Step.Done() : new Step.SendInvoice(agreement, statement);
    }

    private Side side(AgreementTerms terms) {
        return terms.host().equals(self.operator()) ? Side.SOLD : Side.BOUGHT;
    }

    private Step waiting(AgreementTerms terms, Instant deadline, String reason) {
        return new Step.Waiting(new Wait(Optional.of(terms.agreement()), self.operator(), deadline, reason));
    }
}

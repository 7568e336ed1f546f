package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.entente.agreements.agreement.RetailPrices.RetailTerms;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.invoice.Invoices;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.statement.StatementState;
import org.entente.billing.statement.Statements;
import org.entente.billing.statement.StoredStatement;

/**
 * What comes next at the home operator: wait for the host's statement and invoice, and bill the own tenants. The tenants'
 * bills wait for no partner.
 */
@ApplicationScoped
class HomeSteps {
    private final DocumentSigner self;
    private final UsageReadiness readiness;
    private final Charges charges;
    private final Statements statements;
    private final Invoices invoices;
    private final ClosingConfig config;

    HomeSteps(
            DocumentSigner self,
            UsageReadiness readiness,
            Charges charges,
            Statements statements,
            Invoices invoices,
            ClosingConfig config) {
        this.self = self;
        this.readiness = readiness;
        this.charges = charges;
        this.statements = statements;
        this.invoices = invoices;
        this.config = config;
    }

    /** The next step for what we bought under an agreement. */
    Step bought(SignedAgreement agreement, YearMonth period) {
        AgreementTerms terms = agreement.terms();
        return statements
                .latest(terms.agreement(), period)
                .map(statement -> afterStatement(terms, statement))
                .orElseGet(() -> withoutStatement(terms, period));
    }

    /** The next step for our own tenants. */
    Step tenants(RetailTerms terms, Closing closing) {
        if (closing.tenantsInvoicedAt().isPresent()) {
            return new Step.Done();
        }
        Window window = terms.calendar().window(closing.period());
        return readiness
                .missing(window)
                .<Step>map(reason -> new Step.Waiting(
                        new Wait(Optional.empty(), self.operator(), window.to().plus(config.usageWithin()), reason)))
                .orElseGet(Step.InvoiceTenants::new);
    }

    private Step withoutStatement(AgreementTerms terms, YearMonth period) {
        Window window = terms.calendar().window(period);
        Optional<String> missing = readiness.missing(window);
        if (missing.isPresent()) {
            return waiting(terms, self.operator(), window.to().plus(config.usageWithin()), missing.get());
        }
        return charges.anyBilled(Side.BOUGHT, terms.agreement().value(), period)
                ? waiting(
                        terms,
                        terms.host(),
                        window.to().plus(config.statementWithin()),
                        "It waits for the statement of " + terms.host())
                : new Step.Done();
    }

    private Step afterStatement(AgreementTerms terms, StoredStatement statement) {
        if (statement.state() != StatementState.ACCEPTED) {
            return waiting(
                    terms,
                    terms.host(),
                    statement.madeAt().plus(Duration.ofDays(terms.settlement().disputeDays())),
                    "We refused the statement of " + terms.host()
                            + statement
                                    .answer()
                                    .map(answer -> ": " + answer.sentence())
                                    .orElse(""));
        }
        return invoices.underAgreement(terms.agreement(), statement.body().period())
                        .isPresent()
                ? new Step.Done()
                : waiting(
                        terms,
                        terms.host(),
                        statement.madeAt().plus(config.invoiceWithin()),
                        "It waits for the invoice of " + terms.host());
    }

    private static Step waiting(AgreementTerms terms, OperatorId owner, Instant deadline, String reason) {
        return new Step.Waiting(new Wait(Optional.of(terms.agreement()), owner, deadline, reason));
    }
}

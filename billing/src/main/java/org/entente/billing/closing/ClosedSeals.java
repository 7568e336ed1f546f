package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.entente.agreements.language.AgreementId;
import org.entente.billing.rating.Seals;
import org.entente.billing.rating.Side;
import org.entente.billing.statement.Statements;

/** A statement that stands seals its period under its agreement; billing the tenants seals it for all of them. */
@ApplicationScoped
class ClosedSeals implements Seals {
    private final Statements statements;
    private final Periods periods;

    ClosedSeals(Statements statements, Periods periods) {
        this.statements = statements;
        this.periods = periods;
    }

    @Override
    public boolean isSealed(Side side, String contract, YearMonth period) {
        return switch (side) {
            case SOLD, BOUGHT ->
                statements
                        .latest(new AgreementId(contract), period)
                        .filter(statement -> statement.state().isStanding())
                        .isPresent();
            case RETAIL ->
                periods.find(period).flatMap(Closing::tenantsInvoicedAt).isPresent();
        };
    }
}

package org.entente.agreements.document;

import java.time.YearMonth;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;

/**
 * A closed period's charges under one agreement, priced by the host operator. The home operator countersigns the same
 * bytes, or disputes them. It builds on the agreement version and on every usage report of the period.
 *
 * @param total the exact sum of the lines, before any rounding to coins
 */
public record Statement(AgreementId agreement, YearMonth period, Window window, List<StatementLine> lines, Money total)
        implements DocumentBody {
    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * All charges of one instance under one price line.
     *
     * @param priceLine the price line's id in the agreement's rate card
     */
    public record StatementLine(InstanceId instance, SiteId site, String priceLine, Quantity quantity, Money amount) {}
}

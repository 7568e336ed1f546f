package org.entente.agreements.terms;

import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RateCard;

/**
 * One version of an agreement: everything both operators sign over the same bytes. Directed: the home operator's
 * customers run on the host operator's sites, not the reverse.
 *
 * @param version counts from 1
 * @param validity when orders may be placed under it
 * @param zones the host's sites that it opens
 */
public record AgreementTerms(
        AgreementId agreement,
        int version,
        OperatorId host,
        OperatorId home,
        Window validity,
        List<SiteId> zones,
        RateCard rateCard,
        Quota quota,
        BillingCalendar calendar,
        Settlement settlement) {
    public AgreementTerms {
        zones = List.copyOf(zones);
        if (version < 1) {
            throw new IllegalArgumentException("An agreement's version counts from 1, but was " + version);
        }
        if (host.equals(home)) {
            throw new IllegalArgumentException("An agreement needs two different operators, but both were " + host);
        }
        if (!settlement.tolerance().currency().equals(rateCard.currency())) {
            throw new IllegalArgumentException("The tolerance must be in the rate card's currency");
        }
    }

    /** The other party. */
    public OperatorId partnerOf(OperatorId self) {
        return self.equals(host) ? home : host;
    }
}

package org.entente.agreements.terms;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RateCard;

/**
 * One version of an agreement: everything both operators sign over the same bytes. Directed: the home operator's
 * customers run on the host operator's sites, not the reverse.
 *
 * @param version counts from 1
 * @param validity when orders may be placed under it; its prices take effect when it begins
 * @param zones the host's sites that it opens
 * @param residency the only countries for workloads and data; absent for any
 * @param running what changes of the agreement mean for what runs; absent for {@link RunningWorkloads#UNLESS_STATED}
 * @param serviceCredits absent for none
 * @param law absent where another contract says it
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
        Settlement settlement,
        Optional<DataResidency> residency,
        Optional<RunningWorkloads> running,
        Optional<ServiceCredits> serviceCredits,
        Optional<Law> law) {
    public AgreementTerms {
        zones = List.copyOf(zones);
        if (version < 1) {
            throw new IllegalArgumentException("An agreement's version counts from 1, but was " + version);
        }
        if (host.equals(home)) {
            throw new IllegalArgumentException("An agreement needs two different operators, but both were " + host);
        }
        Currency currency = rateCard.currency();
        if (!settlement.tolerance().currency().equals(currency)) {
            throw new IllegalArgumentException("The tolerance must be in the rate card's currency");
        }
        if (!quota.creditLimit().map(Money::currency).orElse(currency).equals(currency)) {
            throw new IllegalArgumentException("The credit limit must be in the rate card's currency");
        }
        List<SiteId> opened = zones;
        rateCard.lines()
                .forEach(line -> line.selector().sites().stream()
                        .filter(site -> !opened.contains(site))
                        .findFirst()
                        .ifPresent(site -> {
                            throw new IllegalArgumentException("Price line " + line.id() + " is for " + site
                                    + ", which is not a zone of the agreement");
                        }));
    }

    /** Terms that leave to their defaults what may be absent. */
    public AgreementTerms(
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
        this(
                agreement,
                version,
                host,
                home,
                validity,
                zones,
                rateCard,
                quota,
                calendar,
                settlement,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The other party. */
    public OperatorId partnerOf(OperatorId self) {
        return self.equals(host) ? home : host;
    }

    /** What changes of the agreement mean for what runs. */
    public RunningWorkloads runningWorkloads() {
        return running.orElse(RunningWorkloads.UNLESS_STATED);
    }
}

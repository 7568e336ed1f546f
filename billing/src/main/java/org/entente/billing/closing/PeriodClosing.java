package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices;
import org.entente.agreements.language.Window;
import org.entente.agreements.problem.ProblemException;
import org.entente.billing.request.BillingProblem;

/** What is left to do before a period is closed: one step for each agreement, and one for the tenants. */
@ApplicationScoped
class PeriodClosing {
    private final Agreements agreements;
    private final RetailPrices retail;
    private final AgreementSteps underAgreements;
    private final HomeSteps home;

    PeriodClosing(Agreements agreements, RetailPrices retail, AgreementSteps underAgreements, HomeSteps home) {
        this.agreements = agreements;
        this.retail = retail;
        this.underAgreements = underAgreements;
        this.home = home;
    }

    /** The steps, of which those that are done may be many. */
    List<Step> steps(Closing closing) {
        List<Step> steps = new ArrayList<>(underAgreements.of(closing));
        steps.add(home.tenants(retail.current(), closing));
        return steps;
    }

    /** Refuses a period that has not ended in every calendar that it is billed by. */
    void checkEnded(YearMonth period, Instant now) {
        Instant end = Stream.concat(
                        agreements.all().stream()
                                .map(agreement -> agreement.terms().calendar()),
                        Stream.of(retail.current().calendar()))
                .map(calendar -> calendar.window(period).to())
                .max(Instant::compareTo)
                .orElseThrow();
        if (now.isBefore(end)) {
            throw new ProblemException(
                    BillingProblem.PERIOD_NOT_ENDED,
                    "The period " + period + " ends at " + end + ", and it is " + now + " now");
        }
    }

    /** The period's window by the tenants' calendar. */
    Window window(YearMonth period) {
        return retail.current().calendar().window(period);
    }
}

package org.entente.agreements.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.agreements.terms.DataResidency;
import org.entente.agreements.terms.LateUsage;
import org.entente.agreements.terms.Law;
import org.entente.agreements.terms.Netting;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.RunningWorkloads;
import org.entente.agreements.terms.ServiceCredits;
import org.entente.agreements.terms.Settlement;
import org.entente.agreements.terms.TaxTreatment;

/**
 * The terms that an engineer proposes or counters with. Prices and the tolerance are decimal text in the currency.
 *
 * @param host the operator whose sites it opens, us where absent
 * @param answerBy until when the partner may answer; the configured time where absent, but no later than an amendment
 *     takes effect
 */
public record ProposalRequest(
        @NotNull AgreementId agreement,
        Optional<OperatorId> host,
        @NotNull OperatorId home,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotEmpty @Size(max = 1000) List<SiteId> zones,
        @NotNull Currency currency,
        @NotNull ZoneId billingZone,
        @NotEmpty @Size(max = 1000) List<@Valid PriceLineRequest> priceLines,
        @NotNull Quota quota,
        @NotNull SettlementRequest settlement,
        Optional<DataResidency> residency,
        Optional<RunningWorkloads> running,
        Optional<ServiceCredits> serviceCredits,
        Optional<Law> law,
        Optional<Instant> answerBy) {

    /** How bills are checked, taxed and paid. */
    public record SettlementRequest(
            @NotNull BigDecimal tolerance,
            int disputeDays,
            int paymentDays,
            @NotNull BigDecimal taxPercent,
            @NotNull RoundingMode rounding,
            Optional<TaxTreatment> tax,
            Optional<LateUsage> lateUsage,
            Optional<Netting> netting) {
        Settlement in(Currency currency) {
            return new Settlement(
                    new Money(currency, tolerance),
                    disputeDays,
                    paymentDays,
                    taxPercent,
                    rounding,
                    tax,
                    lateUsage,
                    netting);
        }
    }

    AgreementTerms terms(OperatorId self, int version) {
        RateCard rateCard = new RateCard(
                currency, priceLines.stream().map(line -> line.in(currency)).toList());
        return new AgreementTerms(
                agreement,
                version,
                host.orElse(self),
                home,
                new Window(from, to),
                zones,
                rateCard,
                quota,
                new BillingCalendar(billingZone),
                settlement.in(currency),
                residency,
                running,
                serviceCredits,
                law);
    }
}

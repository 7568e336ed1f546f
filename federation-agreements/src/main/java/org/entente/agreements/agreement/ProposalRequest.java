package org.entente.agreements.agreement;

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
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.Settlement;

/** The terms that a host's engineer proposes. Prices and the tolerance are decimal text in the currency. */
public record ProposalRequest(
        @NotNull AgreementId agreement,
        @NotNull OperatorId home,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotEmpty @Size(max = 1000) List<SiteId> zones,
        @NotNull Currency currency,
        @NotNull ZoneId billingZone,
        @NotEmpty @Size(max = 200) List<PriceLineRequest> priceLines,
        @NotNull Quota quota,
        @NotNull SettlementRequest settlement) {

    /** One price line. */
    public record PriceLineRequest(
            @NotNull String id,
            @NotNull Meter meter,
            Optional<Technology> technology,
            @NotNull BigDecimal unitPrice,
            @NotNull PricingUnit per) {
        PriceLine in(Currency currency) {
            return new PriceLine(id, meter, technology, new Money(currency, unitPrice), per);
        }
    }

    /** How bills are checked, taxed and paid. */
    public record SettlementRequest(
            @NotNull BigDecimal tolerance,
            int disputeDays,
            int paymentDays,
            @NotNull BigDecimal taxPercent,
            @NotNull RoundingMode rounding) {}

    AgreementTerms terms(OperatorId host, int version) {
        RateCard rateCard = new RateCard(
                currency, priceLines.stream().map(line -> line.in(currency)).toList());
        Settlement settled = new Settlement(
                new Money(currency, settlement.tolerance()),
                settlement.disputeDays(),
                settlement.paymentDays(),
                settlement.taxPercent(),
                settlement.rounding());
        return new AgreementTerms(
                agreement,
                version,
                host,
                home,
                new Window(from, to),
                zones,
                rateCard,
                quota,
                new BillingCalendar(billingZone),
                settled);
    }
}

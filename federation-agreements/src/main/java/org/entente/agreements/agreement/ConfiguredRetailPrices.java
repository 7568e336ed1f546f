package org.entente.agreements.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.Map;
import org.entente.agreements.language.Money;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.BillingCalendar;

/** Retail prices from the configuration. */
@ApplicationScoped
public class ConfiguredRetailPrices implements RetailPrices {
    private final RetailTerms terms;

    ConfiguredRetailPrices(RetailConfig config) {
        Currency currency = Currency.getInstance(config.currency());
        RateCard rateCard = new RateCard(
                currency,
                config.lines().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> line(entry.getKey(), entry.getValue(), currency))
                        .toList());
        this.terms = new RetailTerms(
                rateCard, new BillingCalendar(config.zone()), config.taxPercent(), config.paymentDays());
    }

    @Override
    public RetailTerms current() {
        return terms;
    }

    private static PriceLine line(String id, RetailConfig.Line line, Currency currency) {
        return new PriceLine(id, line.meter(), line.technology(), new Money(currency, line.unitPrice()), line.per());
    }
}

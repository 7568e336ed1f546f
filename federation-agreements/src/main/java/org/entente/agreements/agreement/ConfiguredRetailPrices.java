package org.entente.agreements.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.MarkUp;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PriceScheme;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.Selector;
import org.entente.agreements.pricing.Tier;
import org.entente.agreements.pricing.Timing;
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
                rateCard,
                new BillingCalendar(config.zone()),
                config.taxPercent(),
                config.paymentDays(),
                config.markUpPercent().map(percent -> new MarkUp(percent, config.markUpPercentByLine())));
    }

    @Override
    public RetailTerms current() {
        return terms;
    }

    private static PriceLine line(String id, RetailConfig.Line line, Currency currency) {
        List<SiteId> sites =
                line.sites().orElse(List.of()).stream().map(SiteId::new).toList();
        return new PriceLine(
                id,
                line.meter(),
                new Selector(line.technology(), sites, List.of()),
                Timing.ALWAYS,
                scheme(id, line, currency),
                line.per(),
                new Conditions(
                        line.granularity(),
                        line.counting(),
                        line.startFee().map(fee -> new Money(currency, fee)),
                        line.minimum().map(least -> new Money(currency, least)),
                        Optional.empty(),
                        line.discountPercent()));
    }

    private static PriceScheme scheme(String id, RetailConfig.Line line, Currency currency) {
        List<PriceScheme> stated = new ArrayList<>();
        line.unitPrice()
                .map(price -> new PriceScheme.Flat(new Money(currency, price)))
                .ifPresent(stated::add);
        if (!line.graduated().isEmpty()) {
            stated.add(new PriceScheme.Graduated(tiers(line.graduated(), currency)));
        }
        if (!line.volume().isEmpty()) {
            stated.add(new PriceScheme.Volume(tiers(line.volume(), currency)));
        }
        if (stated.size() != 1) {
            throw new IllegalArgumentException(
                    "Retail price line " + id + " must have exactly one of unit-price, graduated and volume");
        }
        return stated.getFirst();
    }

    private static List<Tier> tiers(List<RetailConfig.TierConfig> tiers, Currency currency) {
        return tiers.stream()
                .map(tier -> new Tier(tier.upTo(), new Money(currency, tier.unitPrice())))
                .toList();
    }
}

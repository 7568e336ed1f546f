package org.entente.agreements.negotiation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.CalendarWindow;
import org.entente.agreements.pricing.Commitment;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.Granularity;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PriceScheme;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.Selector;
import org.entente.agreements.pricing.Tier;
import org.entente.agreements.pricing.Timing;

/**
 * One price line of a proposal. Amounts are decimal text in the proposal's currency; exactly one of {@code unitPrice},
 * {@code graduated}, {@code volume} and {@code packages} says how the price grows.
 */
public record PriceLineRequest(
        @NotNull String id,
        @NotNull Meter meter,
        Optional<Technology> technology,
        Optional<@Size(max = 1000) List<SiteId>> sites,
        Optional<@Size(max = 1000) List<String>> flavours,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<@Size(max = 50) List<HoursRequest>> hours,
        Optional<BigDecimal> unitPrice,
        Optional<@Size(max = 100) List<TierRequest>> graduated,
        Optional<@Size(max = 100) List<TierRequest>> volume,
        Optional<PackagesRequest> packages,
        @NotNull PricingUnit per,
        Optional<Granularity> granularity,
        Optional<Counting> counting,
        Optional<BigDecimal> startFee,
        Optional<BigDecimal> minimum,
        Optional<CommitmentRequest> commitment,
        Optional<BigDecimal> discountPercent) {

    /** One tier; the last has no end. */
    public record TierRequest(
            Optional<BigDecimal> upTo, @NotNull BigDecimal unitPrice) {}

    /** Whole packages of so many pricing units. */
    public record PackagesRequest(
            @NotNull BigDecimal size, @NotNull BigDecimal price) {}

    /** So many pricing units bought beforehand. */
    public record CommitmentRequest(
            @NotNull BigDecimal units, @NotNull BigDecimal price) {}

    /** Hours of weekdays, by the clock of the billing zone. */
    public record HoursRequest(
            @NotNull List<DayOfWeek> days,
            @NotNull LocalTime from,
            @NotNull LocalTime to) {}

    PriceLine in(Currency currency) {
        return new PriceLine(
                id,
                meter,
                new Selector(technology, sites.orElse(List.of()), flavours.orElse(List.of())),
                new Timing(
                        from,
                        to,
                        hours.orElse(List.of()).stream()
                                .map(part -> new CalendarWindow(part.days(), part.from(), part.to()))
                                .toList()),
                scheme(currency),
                per,
                new Conditions(
                        granularity.orElse(Granularity.SECOND),
                        counting.orElse(Counting.PER_INSTANCE),
                        startFee.map(amount -> new Money(currency, amount)),
                        minimum.map(amount -> new Money(currency, amount)),
                        commitment.map(bought -> new Commitment(bought.units(), new Money(currency, bought.price()))),
                        discountPercent.orElse(BigDecimal.ZERO)));
    }

    private PriceScheme scheme(Currency currency) {
        List<PriceScheme> stated = new ArrayList<>();
        unitPrice.ifPresent(price -> stated.add(new PriceScheme.Flat(new Money(currency, price))));
        graduated.ifPresent(tiers -> stated.add(new PriceScheme.Graduated(tiers(tiers, currency))));
        volume.ifPresent(tiers -> stated.add(new PriceScheme.Volume(tiers(tiers, currency))));
        packages.ifPresent(
                sold -> stated.add(new PriceScheme.Packages(sold.size(), new Money(currency, sold.price()))));
        if (stated.size() != 1) {
            throw new IllegalArgumentException(
                    "Price line " + id + " must have exactly one of unitPrice, graduated, volume and packages");
        }
        return stated.getFirst();
    }

    private static List<Tier> tiers(List<TierRequest> tiers, Currency currency) {
        return tiers.stream()
                .map(tier -> new Tier(tier.upTo(), new Money(currency, tier.unitPrice())))
                .toList();
    }
}

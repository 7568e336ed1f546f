package org.entente.agreements.document;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
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
 * How a price line stands in JSON: one flat object, in which what is not used is absent. Exactly one of {@code unitPrice},
 * {@code graduated}, {@code volume} and {@code packages} says how the price grows.
 */
record PriceLineForm(
        String id,
        Meter meter,
        Optional<Technology> technology,
        Optional<List<SiteId>> sites,
        Optional<List<String>> flavours,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<List<HoursForm>> hours,
        Optional<Money> unitPrice,
        Optional<List<Tier>> graduated,
        Optional<List<Tier>> volume,
        Optional<PackagesForm> packages,
        PricingUnit per,
        Optional<Granularity> granularity,
        Optional<Counting> counting,
        Optional<Money> startFee,
        Optional<Money> minimum,
        Optional<Commitment> commitment,
        Optional<BigDecimal> discountPercent) {

    /** Hours of weekdays. */
    record HoursForm(List<DayOfWeek> days, LocalTime from, LocalTime to) {}

    /** Whole packages of so many pricing units. */
    record PackagesForm(BigDecimal size, Money price) {}

    static PriceLineForm of(PriceLine line) {
        Selector selector = line.selector();
        Timing timing = line.timing();
        PriceScheme scheme = line.scheme();
        Conditions conditions = line.conditions();
        return new PriceLineForm(
                line.id(),
                line.meter(),
                selector.technology(),
                stated(selector.sites()),
                stated(selector.flavours()),
                timing.from(),
                timing.to(),
                stated(timing.windows().stream()
                        .map(window -> new HoursForm(window.days(), window.from(), window.to()))
                        .toList()),
                scheme instanceof PriceScheme.Flat(Money price) ? Optional.of(price) : Optional.empty(),
                scheme instanceof PriceScheme.Graduated(List<Tier> tiers) ? Optional.of(tiers) : Optional.empty(),
                scheme instanceof PriceScheme.Volume(List<Tier> tiers) ? Optional.of(tiers) : Optional.empty(),
                scheme instanceof PriceScheme.Packages(BigDecimal size, Money price)
                        ? Optional.of(new PackagesForm(size, price))
                        : Optional.empty(),
                line.per(),
                Optional.of(conditions.granularity()).filter(step -> step != Granularity.SECOND),
                Optional.of(conditions.counting()).filter(over -> over != Counting.PER_INSTANCE),
                conditions.startFee(),
                conditions.minimum(),
                conditions.commitment(),
                Optional.of(conditions.discountPercent()).filter(percent -> percent.signum() != 0));
    }

    PriceLine line() {
        return new PriceLine(
                id,
                meter,
                new Selector(technology, sites.orElse(List.of()), flavours.orElse(List.of())),
                new Timing(
                        from,
                        to,
                        hours.orElse(List.of()).stream()
                                .map(window -> new CalendarWindow(window.days(), window.from(), window.to()))
                                .toList()),
                scheme(),
                per,
                new Conditions(
                        granularity.orElse(Granularity.SECOND),
                        counting.orElse(Counting.PER_INSTANCE),
                        startFee,
                        minimum,
                        commitment,
                        discountPercent.orElse(BigDecimal.ZERO)));
    }

    private PriceScheme scheme() {
        List<PriceScheme> stated = new ArrayList<>();
        unitPrice.map(PriceScheme.Flat::new).ifPresent(stated::add);
        graduated.map(PriceScheme.Graduated::new).ifPresent(stated::add);
        volume.map(PriceScheme.Volume::new).ifPresent(stated::add);
        packages.map(form -> new PriceScheme.Packages(form.size(), form.price()))
                .ifPresent(stated::add);
        if (stated.size() != 1) {
            throw new IllegalArgumentException(
                    "Price line " + id + " must have exactly one of unitPrice, graduated, volume and packages");
        }
        return stated.getFirst();
    }

    private static <T> Optional<List<T>> stated(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}

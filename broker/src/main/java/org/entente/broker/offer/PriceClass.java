package org.entente.broker.offer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricedUse;
import org.entente.agreements.pricing.Quoting;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.Timing;
import org.entente.broker.placement.SitePrices;
import org.entente.broker.site.Workload;

/**
 * What all sites cost that one rate card prices alike: those of one technology that no line names, or one that a line does.
 * Prices are those of the minute that has begun, so that they are computed once in a minute; where no line depends on the time,
 * once.
 */
public final class PriceClass implements SitePrices {
    private static final int KEPT_MAX = 10_000;

    private final RateCard card;
    private final ZoneId zone;
    private final Technology technology;
    private final SiteId site;
    private final InstantSource clock;
    private final boolean isSteady;
    private final Map<Asked, Money> kept = new ConcurrentHashMap<>();

    /**
     * Prices of one class.
     *
     * @param site any site of the class
     */
    public PriceClass(RateCard card, ZoneId zone, Technology technology, SiteId site, InstantSource clock) {
        this.card = card;
        this.zone = zone;
        this.technology = technology;
        this.site = site;
        this.clock = clock;
        this.isSteady = card.lines().stream().allMatch(line -> line.timing().equals(Timing.ALWAYS));
    }

    /** What a price depends on. */
    private record Asked(
            Optional<String> flavour,
            BigDecimal vcpu,
            BigDecimal memoryGib,
            BigDecimal diskGib,
            int gpus,
            BigDecimal volumeGib,
            int publicAddresses,
            Duration length,
            Instant from) {
        static Asked of(Workload workload, Duration length, Instant from) {
            return new Asked(
                    workload.flavourName(),
                    workload.vcpu(),
                    workload.memoryGib(),
                    workload.diskGib(),
                    workload.gpus(),
                    workload.volumeGib(),
                    workload.publicAddresses(),
                    length,
                    from);
        }
    }

    @Override
    public Money perHour(Workload workload) {
        return estimate(workload, Prices.HOUR);
    }

    @Override
    public Money perMonth(Workload workload) {
        return estimate(workload, Prices.MONTH);
    }

    private Money estimate(Workload workload, Duration length) {
        Instant from = isSteady ? Instant.EPOCH : clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Asked asked = Asked.of(workload, length, from);
        Money known = kept.get(asked);
        if (known != null) {
            return known;
        }
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        Money price = price(workload, List.of(new Window(from, from.plus(length))));
        kept.put(asked, price);
        return price;
    }

    /** The price of having run throughout some periods of billing. */
    Money price(Workload workload, List<Window> periods) {
        Money sum = Money.zero(card.currency());
        for (Map.Entry<Meter, BigDecimal> held : Prices.amounts(workload).entrySet()) {
            PricedUse use = new PricedUse(held.getKey(), technology, site, workload.flavourName());
            sum = sum.plus(Quoting.price(card, use, held.getValue(), periods, zone));
        }
        return sum;
    }

    /** The price lines that can apply to any flavour, each meter's most specific first. */
    List<PriceLine> lines() {
        return Arrays.stream(Meter.values())
                .flatMap(meter -> card.linesFor(new PricedUse(meter, technology, site)).stream())
                .toList();
    }
}

package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.agreement.RetailPrices;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.RateCard;
import org.entente.broker.site.Workload;

/** What a tenant pays for a workload, by the same arithmetic that bills it. */
@ApplicationScoped
public class Prices {
    private static final Duration HOUR = Duration.ofHours(1);
    /** A month in an estimate: a twelfth of 365 days. */
    private static final Duration MONTH = Duration.ofHours(730);

    private final RetailPrices retail;

    Prices(RetailPrices retail) {
        this.retail = retail;
    }

    public Currency currency() {
        return rateCard().currency();
    }

    public Money perHour(Workload workload, Technology technology) {
        return over(workload, technology, HOUR);
    }

    public Money perMonth(Workload workload, Technology technology) {
        return over(workload, technology, MONTH);
    }

    /** The price of running a workload for a stretch of time. */
    public Money over(Workload workload, Technology technology, Duration stretch) {
        Money sum = Money.zero(currency());
        if (stretch.isZero()) {
            return sum;
        }
        Window window = new Window(Instant.EPOCH, Instant.EPOCH.plus(stretch));
        for (Map.Entry<Meter, BigDecimal> held : amounts(workload).entrySet()) {
            Quantity quantity = Quantity.held(held.getKey(), held.getValue(), window);
            sum = rateCard()
                    .lineFor(held.getKey(), technology)
                    .map(line -> Pricing.total(line, quantity))
                    .map(sum::plus)
                    .orElse(sum);
        }
        return sum;
    }

    /** The price lines that can apply at a technology. */
    public List<PriceLine> lines(Technology technology) {
        return rateCard().lines().stream()
                .filter(line -> rateCard().lineFor(line.meter(), technology).equals(Optional.of(line)))
                .toList();
    }

    /** How much of each meter a workload holds. */
    public static Map<Meter, BigDecimal> amounts(Workload workload) {
        Map<Meter, BigDecimal> amounts = new EnumMap<>(Meter.class);
        amounts.put(Meter.VCPU, workload.vcpu());
        amounts.put(Meter.MEMORY, workload.memoryGib());
        amounts.put(Meter.DISK, workload.diskGib());
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }

    private RateCard rateCard() {
        return retail.current().rateCard();
    }
}

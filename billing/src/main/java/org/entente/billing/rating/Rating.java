package org.entente.billing.rating;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Pricing;
import org.entente.metering.record.UsageRecord;

/**
 * Turns usage records into charges. Pure but for what it asks of its three questions, each once for the same thing, so it
 * serves one batch.
 *
 * <p>The charges of an instance at one price in one period are steps of one running total, so their sum does not depend on
 * how use was cut into records or on the order in which they came. A meter without a price line costs nothing and makes no
 * charge, and neither does a record of nothing. A record belongs to the period in which it starts. Late use of a sealed
 * period keeps that period's running total and is billed in the next period that is open.
 */
final class Rating {
    private final Function<UsageRecord, List<Tariff>> tariffs;
    private final Seals seals;
    private final Function<RunningUse, Quantity> usedBefore;
    private final Map<RunningUse, Quantity> running = new HashMap<>();
    private final Map<Billed, YearMonth> billed = new HashMap<>();

    Rating(Function<UsageRecord, List<Tariff>> tariffs, Seals seals, Function<RunningUse, Quantity> usedBefore) {
        this.tariffs = tariffs;
        this.seals = seals;
        this.usedBefore = usedBefore;
    }

    List<Charge> rate(List<UsageRecord> records) {
        List<Charge> charges = new ArrayList<>();
        for (UsageRecord record : records) {
            if (record.quantity().value().signum() == 0) {
                continue;
            }
            for (Tariff tariff : tariffs.apply(record)) {
                tariff.rateCard()
                        .lineFor(record.quantity().meter(), record.technology())
                        .map(line -> charge(record, tariff, line))
                        .ifPresent(charges::add);
            }
        }
        return charges;
    }

    private Charge charge(UsageRecord record, Tariff tariff, PriceLine line) {
        Contract contract = tariff.contract();
        YearMonth period = tariff.calendar().periodOf(record.window().from());
        RunningUse use = new RunningUse(contract.side(), contract.id(), record.instance(), line, period);
        Quantity before = running.containsKey(use) ? running.get(use) : usedBefore.apply(use);
        running.put(use, before.plus(record.quantity()));
        YearMonth billedIn =
                billed.computeIfAbsent(new Billed(contract.side(), contract.id(), period), this::firstOpen);
        return new Charge(
                contract, line, period, billedIn, record, before, Pricing.charge(line, before, record.quantity()));
    }

    private YearMonth firstOpen(Billed use) {
        YearMonth open = use.period();
        while (seals.isSealed(use.side(), use.contract(), open)) {
            open = open.plusMonths(1);
        }
        return open;
    }

    private record Billed(Side side, String contract, YearMonth period) {}
}

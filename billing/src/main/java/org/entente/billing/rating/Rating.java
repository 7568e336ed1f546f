package org.entente.billing.rating;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PricedUse;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Stretch;
import org.entente.agreements.pricing.Used;
import org.entente.metering.record.UsageRecord;

/**
 * Turns usage records into charges. Pure but for what it asks of its questions, each once for the same thing, so it
 * serves one batch.
 *
 * <p>A record is cut where the price line changes that was in force when it was used, and each part is charged as a step of
 * its line's running total, so the sum does not depend on how use was cut into records or on the order in which they came.
 * A meter without a price line costs nothing and makes no charge, and neither does a record of nothing. A record belongs to
 * the period in which it starts. Late use of a sealed period keeps that period's running total and is billed in the next
 * period that is open.
 */
final class Rating {
    private final Function<UsageRecord, List<Tariff>> tariffs;
    private final Seals seals;
    private final RunningTotals totals;
    private final Function<InstanceId, Optional<String>> flavours;
    private final Map<InstanceId, Optional<String>> known = new HashMap<>();
    private final Map<Billed, YearMonth> billed = new HashMap<>();

    /** @param flavours of instances, where they have one */
    Rating(
            Function<UsageRecord, List<Tariff>> tariffs,
            Seals seals,
            Function<RunningUse, RunningTotal> before,
            Function<InstanceId, Optional<String>> flavours) {
        this.tariffs = tariffs;
        this.seals = seals;
        this.totals = new RunningTotals(before);
        this.flavours = flavours;
    }

    /** A rating of instances without flavours. */
    Rating(Function<UsageRecord, List<Tariff>> tariffs, Seals seals, Function<RunningUse, RunningTotal> before) {
        this(tariffs, seals, before, instance -> Optional.empty());
    }

    List<Charge> rate(List<UsageRecord> records) {
        List<Charge> charges = new ArrayList<>();
        for (UsageRecord record : records) {
            Map<Side, Integer> parts = new HashMap<>();
            for (Tariff tariff : tariffs.apply(record)) {
                for (Stretch stretch : stretches(record, tariff)) {
                    UsageRecord part = part(record, stretch.window());
                    if (part.quantity().value().signum() > 0) {
                        int number = parts.merge(tariff.contract().side(), 1, Integer::sum) - 1;
                        charges.add(charge(part, number, tariff, stretch));
                    }
                }
            }
        }
        return charges;
    }

    private List<Stretch> stretches(UsageRecord record, Tariff tariff) {
        PricedUse use = new PricedUse(
                record.quantity().meter(),
                record.technology(),
                record.place().site(),
                known.computeIfAbsent(record.instance(), flavours));
        return tariff.rateCard().stretches(use, tariff.within().orElse(record.window()), tariff.clock());
    }

    private static UsageRecord part(UsageRecord record, Window part) {
        return record.window().equals(part)
                ? record
                : new UsageRecord(
                        record.position(),
                        record.instance(),
                        record.place(),
                        record.technology(),
                        record.tenant(),
                        record.agreement(),
                        part,
                        record.quantity().part(record.window(), part));
    }

    private Charge charge(UsageRecord part, int number, Tariff tariff, Stretch stretch) {
        Contract contract = tariff.contract();
        YearMonth period = tariff.calendar().periodOf(part.window().from());
        RunningUse use = new RunningUse(contract.side(), contract.id(), part.instance(), stretch.line(), period);
        RunningTotal before = totals.at(use);
        Used more = new Used(part.quantity(), part.window().length());
        totals.add(use, more);
        YearMonth billedIn =
                billed.computeIfAbsent(new Billed(contract.side(), contract.id(), period), this::firstOpen);
        Quantity usedBefore = before.instance().quantity();
        return new Charge(
                contract,
                stretch.line(),
                period,
                billedIn,
                part,
                number,
                usedBefore,
                Pricing.charge(stretch.line(), before, more));
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

package org.entente.billing.rating;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Used;
import org.entente.billing.rating.RunningUse.Pool;
import org.entente.billing.rating.RunningUse.Start;

/** Where running totals stand while a batch is rated. What stood before the batch is asked once for each. */
final class RunningTotals {
    private final Function<RunningUse, RunningTotal> before;
    private final Map<RunningUse, Used> used = new HashMap<>();
    private final Map<Pool, BigDecimal> billed = new HashMap<>();
    private final Set<Start> started = new HashSet<>();

    RunningTotals(Function<RunningUse, RunningTotal> before) {
        this.before = before;
    }

    RunningTotal at(RunningUse use) {
        if (!used.containsKey(use)) {
            RunningTotal stood = before.apply(use);
            used.put(use, stood.instance());
            billed.computeIfAbsent(
                    use.pool(),
                    pool -> stood.others()
                            .plus(Pricing.billed(use.line(), stood.instance()))
                            .value());
            if (stood.started()) {
                started.add(use.start());
            }
        }
        Used mine = reached(use);
        return new RunningTotal(mine, others(use, mine), started.contains(use.start()));
    }

    void add(RunningUse use, Used more) {
        Used mine = reached(use);
        BigDecimal step = Pricing.billed(use.line(), mine.plus(more))
                .value()
                .subtract(Pricing.billed(use.line(), mine).value());
        used.put(use, mine.plus(more));
        billed.merge(use.pool(), step, BigDecimal::add);
        started.add(use.start());
    }

    private Used reached(RunningUse use) {
        return used.getOrDefault(use, Used.nothing(use.line().meter()));
    }

    private Quantity others(RunningUse use, Used mine) {
        if (use.line().conditions().counting() == Counting.PER_INSTANCE) {
            return Quantity.none(use.line().meter());
        }
        BigDecimal all = billed.getOrDefault(use.pool(), BigDecimal.ZERO);
        return new Quantity(
                use.line().meter(),
                all.subtract(Pricing.billed(use.line(), mine).value()));
    }
}

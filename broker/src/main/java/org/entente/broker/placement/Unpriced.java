package org.entente.broker.placement;

import org.entente.agreements.language.Money;
import org.entente.broker.site.Workload;

/** For questions in which no price is asked for. */
enum Unpriced implements SitePrices {
    INSTANCE;

    @Override
    public Money perHour(Workload workload) {
        throw new IllegalStateException("Nobody asked for prices here");
    }

    @Override
    public Money perMonth(Workload workload) {
        throw new IllegalStateException("Nobody asked for prices here");
    }
}

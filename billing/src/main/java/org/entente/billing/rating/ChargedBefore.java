package org.entente.billing.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Used;
import org.entente.metering.record.UsageRecord;

/** Where running totals stand, by the charges made so far: no other state is kept. Runs in the caller's transaction. */
@ApplicationScoped
public class ChargedBefore {
    private static final String AT_ONE_PRICE = """
             from billing.charge
            where side = ?1 and contract = ?2 and price_line = ?3 and unit_price = ?4 and per = ?5 and currency = ?6
              and period = ?7 and line_terms is not distinct from cast(?8 as text)""";
    private static final String SUMS =
            "select coalesce(sum(quantity), 0), coalesce(sum(extract(epoch from used_to - used_from)), 0)";
    private static final String STARTED = """
            select exists (select 1 from billing.charge
            where side = ?1 and contract = ?2 and instance = ?3 and price_line = ?4)""";
    private static final String FIRST =
            "select min(used_from) from billing.charge where side <> 'RETAIL' and contract = ?1 and instance = ?2";

    private final EntityManager entities;

    ChargedBefore(EntityManager entities) {
        this.entities = entities;
    }

    /** Where the running total of a use stands. */
    RunningTotal before(RunningUse use) {
        PriceLine line = use.line();
        List<?> mine = atOnePrice(SUMS, use, " and instance = ?9").getResultList();
        Used instance = used(line, (Object[]) mine.getFirst());
        return new RunningTotal(instance, others(use), started(use));
    }

    /** From when on a record's instance was charged under the record's agreement. */
    Optional<Instant> firstCharged(UsageRecord record) {
        return Optional.ofNullable((Instant) entities.createNativeQuery(FIRST, Instant.class)
                .setParameter(1, record.agreement().map(AgreementId::value).orElse(""))
                .setParameter(2, record.instance().value())
                .getSingleResult());
    }

    private Quantity others(RunningUse use) {
        Quantity sum = Quantity.none(use.line().meter());
        if (use.line().conditions().counting() == Counting.PER_INSTANCE) {
            return sum;
        }
        for (Object row :
                atOnePrice(SUMS, use, " and instance <> ?9 group by instance").getResultList()) {
            sum = sum.plus(Pricing.billed(use.line(), used(use.line(), (Object[]) row)));
        }
        return sum;
    }

    /** Asked only where it matters: of a line with a start fee. */
    private boolean started(RunningUse use) {
        return use.line().conditions().startFee().isPresent()
                && (Boolean) entities.createNativeQuery(STARTED)
                        .setParameter(1, use.side().name())
                        .setParameter(2, use.contract())
                        .setParameter(3, use.instance().value())
                        .setParameter(4, use.line().id())
                        .getSingleResult();
    }

    private Query atOnePrice(String what, RunningUse use, String whose) {
        PriceLine line = use.line();
        return entities.createNativeQuery(what + AT_ONE_PRICE + whose)
                .setParameter(1, use.side().name())
                .setParameter(2, use.contract())
                .setParameter(3, line.id())
                .setParameter(4, line.unitPrice().amount())
                .setParameter(5, line.per().name())
                .setParameter(6, line.currency().getCurrencyCode())
                .setParameter(7, use.period().toString())
                .setParameter(8, LineColumns.terms(line))
                .setParameter(9, use.instance().value());
    }

    private static Used used(PriceLine line, Object[] sums) {
        return new Used(
                new Quantity(line.meter(), (BigDecimal) sums[0]),
                Duration.ofNanos(((BigDecimal) sums[1]).movePointRight(9).longValueExact()));
    }
}

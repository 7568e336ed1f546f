package org.entente.billing.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricingUnit;
import org.jspecify.annotations.Nullable;

/** All charges ever made. They are only ever added. */
@ApplicationScoped
public class Charges implements PanacheRepository<ChargeEntity> {
    private static final String BILLED = "side = ?1 and contract = ?2 and billedIn = ?3";
    private static final String TOTALS =
            "select instance, operator, site, technology, priceLine, meter, lineTechnology,"
                    + " unitPrice, currency, per, lineTerms, sum(quantity), sum(amount) from ChargeEntity where "
                    + BILLED
                    + " group by instance, operator, site, technology, priceLine, meter, lineTechnology, unitPrice, currency, per,"
                    + " lineTerms order by instance, priceLine, unitPrice, per, lineTerms";

    void add(List<Charge> charges, Instant ratedAt) {
        persist(charges.stream().map(charge -> ChargeRows.row(charge, ratedAt)));
    }

    /**
     * What a period bills under a contract, by instance, then price line. What instances that count together are charged
     * is shared out among them by what they used, so that it does not depend on who was charged first.
     *
     * @param contract the id of the agreement or of the tenant
     */
    @Transactional
    public List<ChargeTotal> totals(Side side, String contract, YearMonth billedIn) {
        return SharedTotals.of(getEntityManager()
                .createQuery(TOTALS, TotalRow.class)
                .setParameter(1, side)
                .setParameter(2, contract)
                .setParameter(3, billedIn.toString())
                .getResultStream()
                .map(TotalRow::total)
                .toList());
    }

    /** Whether a period bills anything under a contract. */
    @Transactional
    public boolean anyBilled(Side side, String contract, YearMonth billedIn) {
        return find(BILLED, side, contract, billedIn.toString())
                .page(Page.ofSize(1))
                .firstResultOptional()
                .isPresent();
    }

    /** The periods that bill anything under a contract, the oldest first. */
    @Transactional
    public List<YearMonth> periods(Side side, String contract) {
        return getEntityManager()
                .createQuery(
                        "select distinct billedIn from ChargeEntity where side = ?1 and contract = ?2 order by billedIn",
                        String.class)
                .setParameter(1, side)
                .setParameter(2, contract)
                .getResultStream()
                .map(YearMonth::parse)
                .toList();
    }

    /** The contracts of one side under which a period bills anything: ids of agreements or of tenants, in order. */
    @Transactional
    public List<String> contracts(Side side, YearMonth billedIn) {
        return getEntityManager()
                .createQuery(
                        "select distinct contract from ChargeEntity where side = ?1 and billedIn = ?2 order by contract",
                        String.class)
                .setParameter(1, side)
                .setParameter(2, billedIn.toString())
                .getResultList();
    }

    /** The charges that price an instance's use in a period, in the order in which they were made. */
    @Transactional
    List<Charge> ofInstance(InstanceId instance, YearMonth period, Page page) {
        return find("instance = ?1 and period = ?2 order by usagePosition, side", instance.value(), period.toString())
                .page(page)
                .stream()
                .map(ChargeRows::charge)
                .toList();
    }

    long countOfInstance(InstanceId instance, YearMonth period) {
        return count("instance = ?1 and period = ?2", instance.value(), period.toString());
    }

    private record TotalRow(
            String instance,
            String operator,
            String site,
            Technology technology,
            String priceLine,
            Meter meter,
            @Nullable Technology lineTechnology,
            BigDecimal unitPrice,
            String currency,
            PricingUnit per,
            @Nullable String lineTerms,
            BigDecimal quantity,
            BigDecimal amount) {
        ChargeTotal total() {
            Currency in = Currency.getInstance(currency);
            return new ChargeTotal(
                    new InstanceId(instance),
                    new Place(new OperatorId(operator), new SiteId(site)),
                    technology,
                    LineColumns.line(
                            lineTerms,
                            new PriceLine(
                                    priceLine,
                                    meter,
                                    Optional.ofNullable(lineTechnology),
                                    new Money(in, unitPrice),
                                    per)),
                    new Quantity(meter, quantity),
                    new Money(in, amount));
        }
    }
}

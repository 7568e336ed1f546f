package org.entente.billing.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.OrderedFlavours;
import org.entente.agreements.agreement.RetailPrices;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.language.InstanceId;
import org.entente.billing.ledger.Journal;
import org.entente.metering.record.UsageRecord;
import org.entente.metering.record.UsageRecords;

/**
 * Rates the usage log from where it stopped. Charges, postings and the cursor move in one transaction, and the cursor's
 * row is locked meanwhile: several replicas take turns, and a crash leaves nothing half done.
 */
@ApplicationScoped
public class UsageRating {
    private static final String CURSOR = "select position from billing.rating_cursor where name = 'usage'";
    private static final String MOVE = "update billing.rating_cursor set position = ?1 where name = 'usage'";

    private final UsageRecords usage;
    private final Prices prices;
    private final Seals seals;
    private final Books books;
    private final RatingConfig config;

    UsageRating(UsageRecords usage, Prices prices, Seals seals, Books books, RatingConfig config) {
        this.usage = usage;
        this.prices = prices;
        this.seals = seals;
        this.books = books;
        this.config = config;
    }

    /** Rates one batch. False where nothing more waits, or where another replica is at it. */
    @Transactional
    public boolean rateBatch() {
        List<?> position = books.entities()
                .createNativeQuery(CURSOR + " for update skip locked")
                .getResultList();
        return !position.isEmpty() && rateAfter(((Number) position.getFirst()).longValue());
    }

    /**
     * Rates what waits, within the configured number of batches, and keeps the cursor locked until the caller's transaction
     * ends. While that lasts nothing is rated elsewhere, so that a period can be sealed.
     *
     * @return whether everything that was metered is rated now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean catchUp() {
        Number position = (Number)
                books.entities().createNativeQuery(CURSOR + " for update").getSingleResult();
        boolean more = rateAfter(position.longValue());
        for (int batch = 1; more && batch < config.catchUpBatches(); batch++) {
            more = rateAfter(position());
        }
        return !more;
    }

    /** Whether everything that was metered by now is rated. */
    @Transactional
    public boolean isCaughtUp() {
        return usage.after(position(), 1).isEmpty();
    }

    private long position() {
        return ((Number) books.entities().createNativeQuery(CURSOR).getSingleResult()).longValue();
    }

    private boolean rateAfter(long position) {
        List<UsageRecord> records = usage.after(position, config.batch());
        if (records.isEmpty()) {
            return false;
        }
        Tariffs tariffs = prices.tariffs();
        books.add(new Rating(tariffs::of, seals, books.totals()::before, prices::flavour).rate(records));
        books.entities()
                .createNativeQuery(MOVE)
                .setParameter(1, records.getLast().position())
                .executeUpdate();
        return records.size() == config.batch();
    }

    /** What is asked for at the present. */
    @ApplicationScoped
    static class Prices {
        private final DocumentSigner self;
        private final Agreements agreements;
        private final RetailPrices retail;
        private final ChargedBefore totals;
        private final Instance<OrderedFlavours> flavours;

        Prices(
                DocumentSigner self,
                Agreements agreements,
                RetailPrices retail,
                ChargedBefore totals,
                Instance<OrderedFlavours> flavours) {
            this.flavours = flavours;
            this.self = self;
            this.agreements = agreements;
            this.retail = retail;
            this.totals = totals;
        }

        /** Absent where nobody here knows of orders. */
        Optional<String> flavour(InstanceId instance) {
            return flavours.isResolvable() ? flavours.get().of(instance) : Optional.empty();
        }

        Tariffs tariffs() {
            return new Tariffs(self.operator(), agreements, retail.current(), totals::firstCharged);
        }
    }

    /** Where charges go: the list of charges and the journal, together. */
    @ApplicationScoped
    static class Books {
        private final Charges charges;
        private final ChargedBefore totals;
        private final Journal journal;
        private final InstantSource clock;

        Books(Charges charges, ChargedBefore totals, Journal journal, InstantSource clock) {
            this.charges = charges;
            this.totals = totals;
            this.journal = journal;
            this.clock = clock;
        }

        ChargedBefore totals() {
            return totals;
        }

        EntityManager entities() {
            return charges.getEntityManager();
        }

        void add(List<Charge> made) {
            charges.add(made, clock.instant());
            made.forEach(charge -> journal.book(ChargePostings.of(charge)));
        }
    }
}

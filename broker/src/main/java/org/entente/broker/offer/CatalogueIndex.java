package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.broker.offer.Catalogue.Usable;
import org.entente.broker.offer.ReceivedOffers.Head;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.PricedCandidate;
import org.entente.broker.placement.SiteIndex;

/**
 * The catalogue in memory, for choosing among all sites. It follows the database, which other servers of ours write too: a job
 * looks for changes often, and replaces the index as a whole. It may be a moment old, so what was chosen by it is looked up
 * once more before it binds.
 */
@ApplicationScoped
public class CatalogueIndex {
    private static final String OWN_SITES =
            "select count(s), coalesce(sum(s.version), 0), max(s.seenAt) from SiteEntity s";

    /** After it followed, it rests so many times as long: many sites that change all the time cannot take a core. */
    private static final int REST = 9;

    private final Catalogue catalogue;
    private final ReceivedOffers offers;
    private final EntityManager database;
    private final OfferConfig config;
    private final InstantSource clock;
    private final PriceClasses prices;
    private final Map<Source, List<Candidate>> known = new HashMap<>();

    private volatile Optional<Snapshot> current = Optional.empty();
    private Seen seen = Seen.NOTHING;
    private Instant checkedAt = Instant.EPOCH;
    private long restUntilNanos = System.nanoTime();

    CatalogueIndex(
            Catalogue catalogue,
            ReceivedOffers offers,
            EntityManager database,
            OfferConfig config,
            InstantSource clock,
            Prices prices) {
        this.catalogue = catalogue;
        this.offers = offers;
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.prices = new PriceClasses(prices, clock);
    }

    /**
     * All sites at one moment.
     *
     * @param number grows with every change, in this process
     */
    public record Snapshot(long number, SiteIndex sites, List<Source> sources) {}

    /** Where sites come from: our own as they were, or an offer under a version of its agreement. */
    sealed interface Source {
        record Own(long sites, long versions, Optional<Instant> seenAt) implements Source {}

        record Offered(Head head, DocumentHash agreement) implements Source {}
    }

    /** What a look at the database costs little to see. */
    private record Seen(Optional<Source.Own> own, List<Head> heads) {
        static final Seen NOTHING = new Seen(Optional.empty(), List.of());
    }

    /** All sites, at most a moment old. */
    public Snapshot current() {
        return current.orElseGet(this::refreshed);
    }

    /** All sites as they are now. */
    @Transactional
    public synchronized Snapshot refreshed() {
        Source.Own own = own();
        List<Usable> usable = catalogue.usable();
        seen = new Seen(Optional.of(own), offers.heads());
        checkedAt = clock.instant();
        List<Source> sources = new ArrayList<>(List.of(own));
        usable.forEach(one ->
                sources.add(new Source.Offered(one.head(), one.agreement().hash())));
        Optional<Snapshot> same = current.filter(snapshot -> snapshot.sources().equals(sources));
        if (same.isPresent()) {
            return same.get();
        }
        known.keySet().retainAll(sources);
        List<Candidate> candidates = new ArrayList<>(
                known.computeIfAbsent(own, fresh -> catalogue.own().toList()));
        usable.forEach(one -> candidates.addAll(known.computeIfAbsent(
                new Source.Offered(one.head(), one.agreement().hash()),
                fresh -> catalogue.offered(one).toList())));
        List<PricedCandidate> priced = prices.priced(candidates);
        long number = current.map(Snapshot::number).orElse(0L) + 1;
        Snapshot fresh = new Snapshot(number, SiteIndex.of(priced), List.copyOf(sources));
        current = Optional.of(fresh);
        return fresh;
    }

    /** Looks for changes. How agreements and partners stand is looked at now and then: it also changes with the time alone. */
    @Transactional
    synchronized void follow() {
        long startedAt = System.nanoTime();
        if (startedAt - restUntilNanos < 0) {
            return;
        }
        followNow();
        long finishedAt = System.nanoTime();
        restUntilNanos = finishedAt + REST * (finishedAt - startedAt);
    }

    private void followNow() {
        Seen now = new Seen(Optional.of(own()), offers.heads());
        boolean isDue = !clock.instant().isBefore(checkedAt.plus(config.standingCheckedEvery()));
        boolean hasExpired = seen.heads().stream()
                .anyMatch(head -> !clock.instant().isBefore(head.expiresAt()) && checkedAt.isBefore(head.expiresAt()));
        if (isDue || hasExpired || !now.equals(seen)) {
            refreshed();
        }
    }

    private Source.Own own() {
        Tuple row = database.createQuery(OWN_SITES, Tuple.class).getSingleResult();
        return new Source.Own(
                row.get(0, Number.class).longValue(),
                row.get(1, Number.class).longValue(),
                Optional.ofNullable(row.get(2, Instant.class)));
    }
}

package org.entente.broker.offer;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.offer.Prices.Card;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.PricedCandidate;

/** Which sites ask the same prices. What was computed is kept for as long as a rate card stays as it is. */
final class PriceClasses {
    private final Prices prices;
    private final InstantSource clock;
    private Map<Optional<AgreementId>, OfCard> byAgreement = Map.of();

    PriceClasses(Prices prices, InstantSource clock) {
        this.prices = prices;
        this.clock = clock;
    }

    /** Each site with its prices, by the rate cards in force now. */
    List<PricedCandidate> priced(List<Candidate> candidates) {
        Map<Optional<AgreementId>, OfCard> renewed = new HashMap<>();
        List<PricedCandidate> priced = candidates.stream()
                .map(candidate -> new PricedCandidate(
                        candidate,
                        renewed.computeIfAbsent(candidate.agreement(), this::ofCard)
                                .of(candidate)))
                .toList();
        byAgreement = renewed;
        return priced;
    }

    private OfCard ofCard(Optional<AgreementId> agreement) {
        Card card = prices.card(agreement);
        return Optional.ofNullable(byAgreement.get(agreement))
                .filter(known -> known.card.equals(card))
                .orElseGet(() -> new OfCard(card, clock));
    }

    /** The classes of one rate card: each technology's, and of each site that a line names its own. */
    private static final class OfCard {
        private final Card card;
        private final InstantSource clock;
        private final Set<SiteId> named;
        private final Map<Key, PriceClass> classes = new HashMap<>();

        OfCard(Card card, InstantSource clock) {
            this.card = card;
            this.clock = clock;
            this.named = card.rateCard().lines().stream()
                    .flatMap(line -> line.selector().sites().stream())
                    .collect(Collectors.toSet());
        }

        private record Key(Technology technology, Optional<SiteId> named) {}

        PriceClass of(Candidate candidate) {
            SiteId site = candidate.place().site();
            Key key = new Key(candidate.technology(), Optional.of(site).filter(named::contains));
            return classes.computeIfAbsent(
                    key, fresh -> new PriceClass(card.rateCard(), card.clock(), candidate.technology(), site, clock));
        }
    }
}

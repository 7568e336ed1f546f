package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Place;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;
import org.entente.broker.offer.ReceivedOffers.Head;
import org.entente.broker.placement.Candidate;
import org.entente.broker.site.Sites;

/** Every site where an order can go now: our own available ones, and those on offer under agreements in force. */
@ApplicationScoped
public class Catalogue {
    private final Sites sites;
    private final ReceivedOffers offers;
    private final Agreements agreements;
    private final Partners partners;
    private final OperatorConfig self;
    private final InstantSource clock;

    Catalogue(
            Sites sites,
            ReceivedOffers offers,
            Agreements agreements,
            Partners partners,
            OperatorConfig self,
            InstantSource clock) {
        this.sites = sites;
        this.offers = offers;
        this.agreements = agreements;
        this.partners = partners;
        this.self = self;
        this.clock = clock;
    }

    @Transactional
    public List<Candidate> candidates() {
        return Stream.concat(own(), usable().stream().flatMap(this::offered))
                .sorted(Comparator.comparing(Candidate::place))
                .toList();
    }

    @Transactional
    public Optional<Candidate> at(Place place) {
        if (place.operator().equals(self.operator())) {
            return sites.known(place.site()).flatMap(site -> OfferedSites.candidate(self.operator(), site));
        }
        return usable().stream()
                .filter(usable -> usable.head().host().equals(place.operator()))
                .flatMap(this::offered)
                .filter(candidate -> candidate.place().equals(place))
                .findFirst();
    }

    /** Whether an order can still go to a site that was a candidate a moment ago. */
    @Transactional
    public boolean isOpen(Candidate candidate) {
        return candidate
                .agreement()
                .map(agreement -> offers.head(agreement).flatMap(this::usable).isPresent())
                .orElseGet(() -> at(candidate.place()).isPresent());
    }

    Stream<Candidate> own() {
        return sites.all().stream().flatMap(site -> OfferedSites.candidate(self.operator(), site).stream());
    }

    /** An offer that is good now, with the version of its agreement that is in force. */
    record Usable(Head head, SignedAgreement agreement) {}

    /** Every offer that is good now. */
    @Transactional
    List<Usable> usable() {
        return offers.heads().stream().flatMap(head -> usable(head).stream()).toList();
    }

    /** The sites of an offer that its agreement opens. */
    @Transactional
    Stream<Candidate> offered(Usable usable) {
        AgreementId agreement = usable.head().agreement();
        return offers.findByIdOptional(agreement.value()).stream()
                .flatMap(entity -> entity.offer().sites().stream())
                .filter(site -> usable.agreement().terms().zones().contains(site.site()))
                .map(site -> OfferedSites.candidate(usable.head().host(), agreement, site));
    }

    private Optional<Usable> usable(Head head) {
        Instant now = clock.instant();
        boolean isGood = now.isBefore(head.expiresAt())
                && partners.find(head.host()).filter(Partner::isUsable).isPresent();
        return isGood
                ? agreements.inForceAt(head.agreement(), now).map(signed -> new Usable(head, signed))
                : Optional.empty();
    }
}

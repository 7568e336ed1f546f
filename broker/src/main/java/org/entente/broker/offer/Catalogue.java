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
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;
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
        return Stream.concat(own(), partners())
                .sorted(Comparator.comparing(Candidate::place))
                .toList();
    }

    public Optional<Candidate> at(Place place) {
        return candidates().stream()
                .filter(candidate -> candidate.place().equals(place))
                .findFirst();
    }

    Stream<Candidate> own() {
        return sites.all().stream().flatMap(site -> OfferedSites.candidate(self.operator(), site).stream());
    }

    private Stream<Candidate> partners() {
        Instant now = clock.instant();
        return offers.listAll().stream()
                .filter(offer -> now.isBefore(offer.expiresAt))
                .filter(offer -> partners.find(new OperatorId(offer.host))
                        .filter(Partner::isUsable)
                        .isPresent())
                .flatMap(offer -> candidates(offer, now));
    }

    private Stream<Candidate> candidates(ReceivedOfferEntity entity, Instant now) {
        AgreementId agreement = new AgreementId(entity.agreement);
        Optional<SignedAgreement> signed = agreements.find(agreement).filter(version -> version.isInForceAt(now));
        return signed.stream()
                .flatMap(version -> entity.offer().sites().stream()
                        .filter(site -> version.terms().zones().contains(site.site()))
                        .map(site -> OfferedSites.candidate(new OperatorId(entity.host), agreement, site)));
    }
}

package org.entente.broker.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_OSLO;
import static org.entente.broker.Federation.OSLO;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;
import static org.entente.broker.Peers.COBALT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.Federation;
import org.entente.broker.KnownAgreements;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.peering.BorealOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers to Boreal of our sites, and Boreal's offers to us. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OfferTest {
    private static final AgreementId AT_BOREAL = new AgreementId("alba-at-boreal");

    @Inject
    Federation federation;

    @Inject
    Publisher publisher;

    @Inject
    KnownAgreements agreements;

    @Inject
    Catalogue catalogue;

    @Inject
    Post post;

    @Inject
    MovableClock clock;

    @BeforeEach
    void begin() {
        federation.begin();
        federation.connect(PARIS);
    }

    @Test
    void isSentOnceUntilSomethingChangesOrItGrowsOld() {
        publish();
        publish();
        assertThat(offers()).singleElement().satisfies(offer -> {
            assertThat(offer.number()).isEqualTo(1);
            assertThat(offer.sites()).extracting(OfferedSite::site).containsExactly(PARIS);
        });
        accept();

        clock.forward(Duration.ofHours(11));
        publish();
        assertThat(offers()).isEmpty();
        clock.forward(Duration.ofHours(1));
        publish();

        assertThat(offers()).extracting(Offer::number).containsExactly(2L);
    }

    @Test
    void isSentAgainAfterAWhileWhereItWasRefused() {
        publish();
        refuse("AGREEMENT_UNKNOWN");
        publish();
        assertThat(offers()).as("not at once").isEmpty();

        clock.forward(Duration.ofMinutes(1));
        publish();
        publish();

        assertThat(offers()).extracting(Offer::number).containsExactly(2L);
        accept();
        clock.forward(Duration.ofMinutes(2));
        publish();
        assertThat(offers()).isEmpty();
    }

    @Test
    void getsBeyondEveryNumberThatThePartnerKnowsWhereOursIsOld() {
        publish();
        refuse("OFFER_NUMBER_OLD");

        clock.forward(Duration.ofMinutes(1));
        publish();

        assertThat(offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.number()).isGreaterThan(MovableClock.NOON.getEpochSecond()));
    }

    @Test
    void ofAPartnerIsACandidateUntilItExpires() {
        assertThat(post.handIn(BOREAL, offer(7, OSLO))).isInstanceOf(Acknowledgement.class);
        assertThat(catalogue.at(AT_OSLO)).isPresent();

        clock.forward(Duration.ofHours(1));

        assertThat(catalogue.at(AT_OSLO)).isEmpty();
    }

    @Test
    void ofAPartnerCountsOnlyWithAHigherNumberAndForZonesOfTheAgreement() {
        post.handIn(BOREAL, offer(7, OSLO, new SiteId("boreal-bergen")));

        assertRefused("OFFER_NUMBER_OLD", post.handIn(BOREAL, offer(7)));
        assertRefused("OFFER_NUMBER_OLD", post.handIn(BOREAL, offer(6)));
        assertRefused("AGREEMENT_UNKNOWN", post.handIn(COBALT, offer(8)));

        assertThat(catalogue.candidates())
                .extracting(candidate -> candidate.place().site())
                .containsExactly(PARIS, OSLO);
    }

    private void publish() {
        publisher.publish(agreements.find(BorealOrders.AGREEMENT).orElseThrow());
    }

    private List<Offer> offers() {
        return post.pending(BOREAL, Offer.class);
    }

    private void accept() {
        post.answer(BOREAL, Offer.class, new Acknowledgement());
    }

    private void refuse(String code) {
        post.answer(BOREAL, Offer.class, new Refusal(code, "Not now"));
    }

    private Offer offer(long number, SiteId... sites) {
        Instant now = clock.instant();
        return new Offer(
                AT_BOREAL,
                number,
                now.plus(Duration.ofHours(1)),
                Stream.of(sites)
                        .map(site -> new OfferedSite(
                                site, site.value(), "NO", Technology.OPENSTACK, "2.96", List.of(), List.of(), now))
                        .toList());
    }

    private static void assertRefused(String code, DocumentBody answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}

package org.entente.broker.peering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.OSLO;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;
import static org.entente.broker.Peers.COBALT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.terms.Quota;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderState;
import org.entente.broker.provisioning.Work;
import org.entente.broker.site.FakeSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we hold for Boreal at our sites: until it is ordered, given back, or over. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HoldForPartnerTest {
    private static final DocumentHash OF_NOTHING = DocumentHash.of("nothing");

    @Inject
    Federation federation;

    @Inject
    BorealOrders boreal;

    @Inject
    Deployments deployments;

    @Inject
    Post post;

    @Inject
    Work work;

    @Inject
    MovableClock clock;

    private FakeSite paris = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
    }

    @Test
    void isKeptWithoutMakingAnythingAndRunsOnceItIsOrdered() {
        HoldRequest request = boreal.toHold(PARIS, PARIS);
        VerifiedDocument<?> hold = boreal.ask(request);
        assertThat(hold.body()).isEqualTo(new Hold(request.order(), request.until()));
        work.settle();
        assertThat(deployments.state(request.order())).isEqualTo(OrderState.HELD);
        assertThat(paris.made()).isZero();
        assertThat(deployments.view(request.order()).reason())
                .contains("waits for boreal to order it until 2027-06-01 12:02 UTC; else its place is given to others");

        assertThat(boreal.handIn(boreal.of(request), hold.hash())).isInstanceOf(Receipt.class);
        work.settle();

        assertThat(deployments.state(request.order())).isEqualTo(OrderState.ACTIVE);
        assertThat(paris.made()).isEqualTo(2);
    }

    @Test
    void countsAgainstTheQuotaAndTheSiteLikeWhatRuns() {
        federation.connect(LYON, 1);
        federation.hosts(new Quota(2, BigDecimal.TEN, BigDecimal.TEN));
        boreal.ask(boreal.toHold(LYON));
        assertRefused("SITE_FULL", boreal.handIn(boreal.of(LYON)));
        boreal.ask(boreal.toHold(PARIS));

        assertRefused("QUOTA_INSTANCES", boreal.ask(boreal.toHold(PARIS)).body());
        assertRefused("QUOTA_INSTANCES", boreal.handIn(boreal.of(PARIS)));
    }

    @Test
    void isRefusedForWhateverAnOrderIsRefusedFor() {
        HoldRequest request = boreal.toHold(PARIS);

        assertRefused("AGREEMENT_UNKNOWN", post.handIn(COBALT, request));
        assertRefused("AGREEMENT_VERSION_OLD", post.handIn(BOREAL, request, OF_NOTHING));
        assertRefused("ZONE_NOT_AGREED", boreal.ask(boreal.toHold(OSLO)).body());
        assertRefused("SITE_NOT_AVAILABLE", boreal.ask(boreal.toHold(LYON)).body());
        assertRefused("ORDER_SIZE", boreal.ask(boreal.toHold()).body());

        assertThat(boreal.ask(request).body()).as("nothing of it was stored").isInstanceOf(Hold.class);
    }

    @Test
    void isRefusedForTooLongAndForTooLate() {
        HoldRequest request = boreal.toHold(PARIS);

        assertRefused(
                "HOLD_TOO_LONG",
                boreal.ask(until(request, clock.instant().plus(Duration.ofMinutes(16))))
                        .body());
        assertRefused(
                "HOLD_TOO_LATE", boreal.ask(until(request, clock.instant())).body());

        assertThat(boreal.ask(request).body()).isInstanceOf(Hold.class);
    }

    @Test
    void isRefusedOnceTooManyAreOpenAndGivenAgainOnceOneWasOrdered() {
        HoldRequest first = boreal.toHold(PARIS);
        VerifiedDocument<?> hold = boreal.ask(first);
        for (int number = 1; number < 100; number++) {
            assertThat(boreal.ask(boreal.toHold(PARIS)).body()).isInstanceOf(Hold.class);
        }
        HoldRequest oneMore = boreal.toHold(PARIS);
        assertRefused("HOLDS_TOO_MANY", boreal.ask(oneMore).body());

        boreal.handIn(boreal.of(first), hold.hash());

        assertThat(boreal.ask(oneMore).body()).isInstanceOf(Hold.class);
    }

    @Test
    void isGivenOnceHoweverOftenItIsAskedInNewDocuments() {
        HoldRequest request = boreal.toHold(PARIS);
        VerifiedDocument<?> hold = boreal.ask(request);

        assertRefused("ORDER_EXISTS", boreal.ask(request).body());
        assertRefused(
                "INSTANCE_EXISTS",
                boreal.ask(new HoldRequest(
                                new OrderId("another"),
                                request.agreement(),
                                request.until(),
                                request.instances(),
                                Optional.empty()))
                        .body());

        assertThat(boreal.handIn(boreal.of(request), hold.hash())).isInstanceOf(Receipt.class);
        assertRefused("ORDER_EXISTS", boreal.handIn(boreal.of(request), hold.hash()));
        assertRefused("ORDER_EXISTS", boreal.ask(request).body());
        work.settle();
        assertThat(paris.made()).isEqualTo(1);
    }

    @Test
    void isTakenUpOnlyByTheOrderThatItIsFor() {
        HoldRequest one = boreal.toHold(PARIS);
        HoldRequest other = boreal.toHold(PARIS);
        VerifiedDocument<?> holdOfOne = boreal.ask(one);
        VerifiedDocument<?> holdOfOther = boreal.ask(other);

        assertRefused("HOLD_NOT_NAMED", boreal.handIn(boreal.of(one)));
        assertRefused("HOLD_NOT_NAMED", boreal.handIn(boreal.of(one), OF_NOTHING));
        assertRefused("HOLD_OF_ANOTHER_ORDER", boreal.handIn(boreal.of(one), holdOfOther.hash()));
        assertRefused("HOLD_OF_ANOTHER_ORDER", boreal.handIn(boreal.of(PARIS), holdOfOther.hash()));
        assertRefused("AGREEMENT_UNKNOWN", post.handIn(COBALT, boreal.of(one), holdOfOne.hash()));

        assertThat(deployments.state(one.order())).isEqualTo(OrderState.HELD);
        assertThat(boreal.handIn(boreal.of(one), holdOfOne.hash())).isInstanceOf(Receipt.class);
    }

    @Test
    void isTakenUpOnlyForExactlyWhatIsHeld() {
        HoldRequest request = boreal.toHold(PARIS, PARIS);
        VerifiedDocument<?> hold = boreal.ask(request);
        OrderPlaced more = boreal.of(PARIS, PARIS, PARIS);
        OrderPlaced less = new OrderPlaced(
                request.order(),
                request.agreement(),
                more.deadline(),
                request.instances().subList(0, 1));
        OrderPlaced forSomebody = new OrderPlaced(
                request.order(),
                request.agreement(),
                more.deadline(),
                request.instances(),
                Optional.of(new TenantPseudonym("somebody")));

        assertRefused("HOLD_DIFFERS", boreal.handIn(less, hold.hash()));
        assertRefused("HOLD_DIFFERS", boreal.handIn(forSomebody, hold.hash()));
        assertRefused(
                "HOLD_DIFFERS",
                boreal.handIn(
                        new OrderPlaced(request.order(), request.agreement(), more.deadline(), more.instances()),
                        hold.hash()));
        assertRefused(
                "ORDER_TOO_LATE",
                boreal.handIn(
                        new OrderPlaced(request.order(), request.agreement(), clock.instant(), request.instances()),
                        hold.hash()));

        assertThat(deployments.state(request.order())).isEqualTo(OrderState.HELD);
    }

    @Test
    void isFreedWhenItIsOverAlsoIfTheHomeOperatorNeverComesBack() {
        federation.hosts(new Quota(1, BigDecimal.TEN, BigDecimal.TEN));
        HoldRequest request = boreal.toHold(PARIS);
        VerifiedDocument<?> hold = boreal.ask(request);
        clock.moveTo(request.until());
        assertRefused("HOLD_EXPIRED", boreal.handIn(boreal.of(request), hold.hash()));

        work.run();

        assertThat(deployments.state(request.order())).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.states(request.order())).containsExactly(InstanceState.ENDED);
        assertThat(deployments.view(request.order()).reason())
                .contains("It was held until 2027-06-01T12:02:00Z and not ordered before");
        assertRefused("HOLD_EXPIRED", boreal.handIn(boreal.of(request), hold.hash()));
        assertThat(post.pending(BOREAL)).as("nobody needs to be told").isEmpty();
        assertThat(boreal.handIn(boreal.of(PARIS))).isInstanceOf(Receipt.class);
    }

    @Test
    void givesItsPlaceToOthersOnceItIsReleased() {
        federation.hosts(new Quota(1, BigDecimal.TEN, BigDecimal.TEN));
        HoldRequest request = boreal.toHold(PARIS);
        VerifiedDocument<?> hold = boreal.ask(request);

        assertThat(release(request, 0)).isInstanceOf(Receipt.class);
        assertThat(release(request, 0)).as("a repeat").isInstanceOf(Receipt.class);

        assertThat(deployments.state(request.order())).isEqualTo(OrderState.REFUSED);
        assertRefused("HOLD_RELEASED", boreal.handIn(boreal.of(request), hold.hash()));
        assertThat(boreal.ask(boreal.toHold(PARIS)).body()).isInstanceOf(Hold.class);
        work.settle();
        assertThat(paris.made()).isZero();
    }

    @Test
    void isReleasedInPartAndTheRestIsStillHeld() {
        HoldRequest request = boreal.toHold(PARIS, PARIS);
        VerifiedDocument<?> hold = boreal.ask(request);
        release(request, 1);

        assertRefused("HOLD_DIFFERS", boreal.handIn(boreal.of(request), hold.hash()));
        OrderPlaced rest = new OrderPlaced(
                request.order(),
                request.agreement(),
                boreal.of(PARIS).deadline(),
                request.instances().subList(0, 1));
        assertThat(boreal.handIn(rest, hold.hash())).isInstanceOf(Receipt.class);
        work.settle();
        assertThat(deployments.states(request.order())).containsExactly(InstanceState.ACTIVE, InstanceState.ENDED);
    }

    @Test
    void aReleaseThatOvertookItsRequestEndsNothingAndTheHoldIsFreedByItself() {
        HoldRequest request = boreal.toHold(PARIS);
        assertRefused("ORDER_UNKNOWN", release(request, 0));

        boreal.ask(request);
        clock.moveTo(request.until());
        work.run();

        assertThat(deployments.state(request.order())).isEqualTo(OrderState.REFUSED);
    }

    private DocumentBody release(HoldRequest request, int position) {
        InstanceId instance = request.instances().get(position).instance();
        return post.handIn(BOREAL, new ReleaseRequest(request.order(), List.of(instance)));
    }

    private static HoldRequest until(HoldRequest request, Instant until) {
        return new HoldRequest(request.order(), request.agreement(), until, request.instances(), request.tenant());
    }

    private static void assertRefused(String code, DocumentBody answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}

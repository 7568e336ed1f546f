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
import java.util.List;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.document.StatusNotice.InstanceStatus;
import org.entente.agreements.document.StatusNotice.State;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
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
import org.entente.broker.site.SiteException.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Boreal's orders at our sites, from the order to the last notice. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PartnerOrderTest {
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
    void isAcceptedRunAndTold() {
        OrderPlaced order = boreal.of(PARIS);

        assertThat(boreal.handIn(order)).isEqualTo(new Receipt(order.order(), clock.instant()));
        work.settle();

        assertThat(deployments.state(order.order())).isEqualTo(OrderState.ACTIVE);
        assertThat(paris.made()).isEqualTo(1);
        assertThat(told())
                .singleElement()
                .satisfies(status -> assertThat(status.state()).isEqualTo(State.ACTIVE))
                .satisfies(status -> assertThat(status.startedAt()).isPresent())
                .satisfies(status -> assertThat(status.address()).contains("10.0.0.7"));
    }

    @Test
    void isRefusedForWhatTheAgreementDoesNotAllow() {
        OrderPlaced order = boreal.of(PARIS);

        assertRefused("AGREEMENT_VERSION_OLD", post.handIn(BOREAL, order, DocumentHash.of("another version")));
        assertRefused("AGREEMENT_UNKNOWN", post.handIn(COBALT, order));
        assertRefused("ZONE_NOT_AGREED", boreal.handIn(boreal.of(OSLO)));
        assertRefused("SITE_NOT_AVAILABLE", boreal.handIn(boreal.of(LYON)));
        assertRefused("ORDER_SIZE", boreal.handIn(boreal.of()));
        clock.forward(Duration.ofMinutes(10));
        assertRefused("ORDER_TOO_LATE", boreal.handIn(order));

        work.settle();
        assertThat(paris.made()).isZero();
        assertThat(post.pending(BOREAL)).isEmpty();
    }

    @Test
    void isTakenOnceHoweverOftenItComesInNewDocuments() {
        OrderPlaced order = boreal.of(PARIS);
        boreal.handIn(order);

        assertRefused("ORDER_EXISTS", boreal.handIn(order));
        assertRefused(
                "INSTANCE_EXISTS",
                boreal.handIn(new OrderPlaced(
                        new OrderId("another"), order.agreement(), order.deadline(), order.instances())));

        work.settle();
        assertThat(paris.made()).isEqualTo(1);
    }

    @Test
    void isRefusedBeyondTheQuotaAndFitsAgainOnceSomethingEnded() {
        federation.hosts(new Quota(2, BigDecimal.valueOf(10), BigDecimal.valueOf(10)));
        OrderPlaced first = boreal.of(PARIS, PARIS);
        boreal.handIn(first);
        work.settle();
        assertRefused("QUOTA_INSTANCES", boreal.handIn(boreal.of(PARIS)));

        release(first, first.instances().getFirst().instance());
        work.settle();

        assertThat(boreal.handIn(boreal.of(PARIS))).isInstanceOf(Receipt.class);
    }

    @Test
    void isReleasedWhileItStartsAndLeavesNothingBehind() {
        paris.buildsSlowly();
        OrderPlaced order = boreal.of(PARIS);
        boreal.handIn(order);
        work.run();

        InstanceId instance = order.instances().getFirst().instance();
        assertThat(release(order, instance)).isInstanceOf(Receipt.class);
        assertThat(release(order, instance)).as("a repeat").isInstanceOf(Receipt.class);
        work.settle();

        assertThat(deployments.state(order.order())).isEqualTo(OrderState.ENDED);
        assertThat(paris.holds()).isZero();
        assertThat(told().getLast().state()).isEqualTo(State.ENDED);
        assertThat(told().getLast().startedAt()).isEmpty();
    }

    @Test
    void isReleasedOnlyByThePartnerThatOrderedIt() {
        OrderPlaced order = boreal.of(PARIS);
        boreal.handIn(order);
        work.settle();

        assertRefused(
                "ORDER_UNKNOWN",
                post.handIn(
                        COBALT,
                        new ReleaseRequest(
                                order.order(),
                                List.of(order.instances().getFirst().instance()))));
        assertRefused("INSTANCE_UNKNOWN", release(order, new InstanceId("no-such-instance")));

        assertThat(deployments.states(order.order())).containsExactly(InstanceState.ACTIVE);
    }

    @Test
    void tellsWhyItWaitsForASiteWhenTheReasonChangesAndNotAtEachTry() {
        paris.fails(Code.UNREACHABLE, "No answer in time");
        OrderPlaced order = boreal.of(PARIS, PARIS);
        boreal.handIn(order);
        work.run();
        work.after(Duration.ofSeconds(6));
        work.after(Duration.ofSeconds(6));
        assertThat(told())
                .hasSize(2)
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.STARTING))
                .allSatisfy(
                        status -> assertThat(status.reason()).contains("alba-paris: UNREACHABLE: No answer in time"));

        paris.fails(Code.UNREACHABLE, "The connection was refused");
        work.after(Duration.ofSeconds(6));
        assertThat(told()).hasSize(4);

        paris.recovers();
        work.after(Duration.ofSeconds(6));
        work.settle();
        assertThat(told()).hasSize(6);
        assertThat(told().getLast().state()).isEqualTo(State.ACTIVE);
        assertThat(told().getLast().reason()).isEmpty();
    }

    @Test
    void tellsThatARunningInstanceCannotBeSeenAndThatItIsSeenAgain() {
        boreal.handIn(boreal.of(PARIS));
        work.settle();
        paris.fails(Code.UNREACHABLE, "No answer in time");
        work.after(Duration.ofMinutes(2));
        work.after(Duration.ofMinutes(2));
        assertThat(told()).hasSize(2);
        assertThat(told().getLast().state()).isEqualTo(State.ACTIVE);
        assertThat(told().getLast().reason()).isPresent();

        paris.recovers();
        work.after(Duration.ofMinutes(2));

        assertThat(told()).hasSize(3);
        assertThat(told().getLast().reason()).isEmpty();
    }

    @Test
    void tellsTheEndOfWhatVanishedByWhenItWasLastSeen() {
        OrderPlaced order = boreal.of(PARIS);
        boreal.handIn(order);
        work.settle();

        paris.loses(order.instances().getFirst().instance());
        work.after(Duration.ofMinutes(2));

        InstanceStatus last = told().getLast();
        assertThat(last.state()).isEqualTo(State.FAILED);
        assertThat(last.endedAt()).isPresent().isEqualTo(last.startedAt());
        assertThat(last.reason()).contains("The site does not know it any more");
    }

    private List<InstanceStatus> told() {
        return post.pending(BOREAL, StatusNotice.class).stream()
                .flatMap(notice -> notice.instances().stream())
                .toList();
    }

    private DocumentBody release(OrderPlaced order, InstanceId instance) {
        return post.handIn(BOREAL, new ReleaseRequest(order.order(), List.of(instance)));
    }

    private static void assertRefused(String code, DocumentBody answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}

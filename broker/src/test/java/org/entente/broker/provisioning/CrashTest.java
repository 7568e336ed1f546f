package org.entente.broker.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.broker.Federation.AT_KYIV;
import static org.entente.broker.Federation.AT_OSLO;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;
import static org.entente.broker.Peers.COBALT;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Place;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderState;
import org.entente.broker.site.FakeSite;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process dies at each step of an order: the next look goes on from what was stored, and makes nothing twice. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CrashTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Work work;

    @Inject
    Instances instances;

    @Inject
    MovableClock clock;

    @Inject
    UsageRecords usage;

    @Inject
    Post post;

    private FakeSite paris = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
    }

    @AfterEach
    void letMeteringStore() {
        QuarkusTransaction.requiringNew()
                .run(() -> federation.execute(
                        "alter table metering.metered_instance drop constraint if exists stores_nothing"));
    }

    @Test
    void insideThePlacementTheOrderIsStillRequested() {
        OrderId order = deployments.order(AT_PARIS);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    work.placeInThisTransaction();
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(deployments.state(order)).isEqualTo(OrderState.REQUESTED);

        work.settle();

        assertRunsOnce(order);
    }

    @Test
    void insideThePlacementNothingWasSentToAPartner() {
        OrderId order = deployments.order(AT_PARIS, AT_OSLO);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    work.placeInThisTransaction();
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(post.pending(BOREAL)).isEmpty();

        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.PLACING);
        assertThat(post.pending(BOREAL, OrderPlaced.class)).hasSize(1);
    }

    @Test
    void insideThePlacementNobodyWasAskedToHold() {
        OrderId order = deployments.order(AT_OSLO, AT_KYIV);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    work.placeInThisTransaction();
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(deployments.state(order)).isEqualTo(OrderState.REQUESTED);
        assertThat(post.pending(BOREAL)).isEmpty();

        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.HOLDING);
        assertThat(post.pending(BOREAL, HoldRequest.class)).hasSize(1);
    }

    @Test
    void insideTheLastHoldNothingWasOrderedAndItIsTakenOnceTheAnswerComesAgain() {
        OrderId order = deployments.order(AT_OSLO, AT_KYIV);
        work.run();
        Hold hold = new Hold(
                order, post.pending(BOREAL, HoldRequest.class).getFirst().until());
        post.answer(BOREAL, HoldRequest.class, hold);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    post.answerInThisTransaction(COBALT, HoldRequest.class, hold);
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(deployments.state(order)).isEqualTo(OrderState.HOLDING);
        assertThat(post.pending(BOREAL)).isEmpty();

        post.answer(COBALT, HoldRequest.class, hold);

        assertThat(deployments.state(order)).isEqualTo(OrderState.PLACING);
        assertThat(post.pending(BOREAL, OrderPlaced.class)).hasSize(1);
        assertThat(post.pending(COBALT, OrderPlaced.class)).hasSize(1);
    }

    @Test
    void afterTheClaimOfAReleaseItIsSentOnceTheLeaseIsOver() {
        OrderId order = deployments.order(AT_OSLO);
        work.run();
        post.answer(BOREAL, OrderPlaced.class, new Receipt(order, clock.instant()));
        deployments.giveBack(order);
        claimAndDie(AT_OSLO);
        work.run();
        assertThat(post.pending(BOREAL)).isEmpty();

        work.after(LEASE);
        work.after(LEASE);

        assertThat(post.pending(BOREAL, ReleaseRequest.class)).hasSize(1);
    }

    @Test
    void afterTheClaimTheInstanceIsDueAgainOnceTheLeaseIsOver() {
        OrderId order = deployments.order(AT_PARIS);
        work.placing(new SameThread()).tick();
        claimAndDie(AT_PARIS);
        work.run();
        assertThat(paris.made()).as("the lease still holds").isZero();

        work.after(LEASE);

        assertRunsOnce(order);
    }

    @Test
    void afterTheSiteMadeItTheNextLookFindsIt() {
        paris.losesNextAnswer(new IllegalStateException("crash"));
        OrderId order = deployments.order(AT_PARIS);
        work.run();
        assertThat(deployments.states(order)).containsExactly(InstanceState.STARTING);
        assertThat(paris.holds()).isEqualTo(1);

        work.after(LEASE);

        assertRunsOnce(order);
    }

    @Test
    void nothingIsActiveWhoseUseCouldNotBeStored() {
        QuarkusTransaction.requiringNew()
                .run(() -> federation.execute("alter table metering.metered_instance"
                        + " add constraint stores_nothing check (false) not valid"));
        OrderId order = deployments.order(AT_PARIS);
        work.run();
        assertThat(paris.holds()).isEqualTo(1);
        assertThat(deployments.states(order)).containsExactly(InstanceState.STARTING);
        assertThat(deployments.state(order)).isEqualTo(OrderState.STARTING);

        letMeteringStore();
        work.after(LEASE);

        assertRunsOnce(order);
        assertThat(usage.usedSoFar(deployments.instances(order))).hasSize(1);
    }

    @Test
    void afterTheClaimOfAnEndItIsEndedOnceTheLeaseIsOver() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        deployments.giveBack(order);
        claimAndDie(AT_PARIS);

        work.after(LEASE);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(paris.holds()).isZero();
    }

    private void claimAndDie(Place place) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(instances.claimDue(
                                place, clock.instant(), clock.instant().plus(LEASE), 10))
                        .hasSize(1));
    }

    private void assertRunsOnce(OrderId order) {
        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        assertThat(paris.made()).isEqualTo(1);
        assertThat(paris.holds()).isEqualTo(1);
    }
}

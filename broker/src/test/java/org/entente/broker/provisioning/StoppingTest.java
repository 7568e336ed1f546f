package org.entente.broker.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.entente.agreements.agreement.Notice;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.document.StatusNotice.State;
import org.entente.agreements.terms.PriceChange;
import org.entente.agreements.terms.RunningWorkloads;
import org.entente.agreements.terms.WorkloadEnd;
import org.entente.broker.Federation;
import org.entente.broker.KnownAgreements;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderState;
import org.entente.broker.order.Orders;
import org.entente.broker.peering.BorealOrders;
import org.entente.broker.peering.StatusNotices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs for a partner when the agreement is suspended or ends. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StoppingTest {
    private static final WorkloadEnd RUN_ON = new WorkloadEnd.RunOn();

    @Inject
    Federation federation;

    @Inject
    KnownAgreements agreements;

    @Inject
    BorealOrders boreal;

    @Inject
    Deployments deployments;

    @Inject
    Instances instances;

    @Inject
    Orders orders;

    @Inject
    StatusNotices notices;

    @Inject
    Post post;

    @Inject
    Work work;

    @Inject
    MovableClock clock;

    private OrderPlaced order;

    @BeforeEach
    void begin() {
        federation.begin();
        federation.connect(PARIS);
        order = boreal.of(PARIS);
    }

    @Test
    void stopsAtOnceWhereTheAgreementSaysSoAndTellsWhy() {
        running(new WorkloadEnd.StopAtOnce(), RUN_ON);
        agreements.gives(new Notice(
                BOREAL, new AgreementNotice.Suspension(BorealOrders.AGREEMENT, 1, clock.instant(), "unpaid bills")));

        stop();

        assertThat(deployments.state(order.order())).isEqualTo(OrderState.ENDED);
        assertThat(post.pending(BOREAL, StatusNotice.class))
                .flatExtracting(StatusNotice::instances)
                .last()
                .satisfies(status -> assertThat(status.state()).isEqualTo(State.ENDED))
                .satisfies(status -> assertThat(status.reason())
                        .hasValueSatisfying(why -> assertThat(why)
                                .contains("suspended it", "unpaid bills", "boreal-at-alba lets it run until")));
    }

    @Test
    void runsOnThroughASuspensionWhereNothingElseWasAgreed() {
        running(RUN_ON, RUN_ON);
        agreements.gives(new Notice(
                BOREAL, new AgreementNotice.Suspension(BorealOrders.AGREEMENT, 1, clock.instant(), "a dispute")));

        stop();

        assertThat(deployments.state(order.order())).isEqualTo(OrderState.ACTIVE);
    }

    @Test
    void stopsOnlyOnceTheDaysOfGraceAfterTheEndAreOver() {
        running(RUN_ON, new WorkloadEnd.Grace(2));
        agreements.gives(new Notice(
                BOREAL,
                new AgreementNotice.Termination(
                        BorealOrders.AGREEMENT, 1, clock.instant().plus(Duration.ofDays(30)), "the sites close")));

        clock.forward(Duration.ofDays(31));
        stop();
        assertThat(deployments.state(order.order())).isEqualTo(OrderState.ACTIVE);

        clock.forward(Duration.ofDays(1));
        stop();
        assertThat(deployments.state(order.order())).isEqualTo(OrderState.ENDED);
    }

    @Test
    void givesBackWhatIsHeldWhereTheAgreementLetsNothingRun() {
        agreements.says(
                BorealOrders.AGREEMENT, new RunningWorkloads(new WorkloadEnd.StopAtOnce(), RUN_ON, PriceChange.CHANGE));
        HoldRequest held = boreal.toHold(PARIS);
        boreal.ask(held);
        agreements.gives(new Notice(
                BOREAL, new AgreementNotice.Suspension(BorealOrders.AGREEMENT, 1, clock.instant(), "unpaid bills")));

        stop();

        assertThat(deployments.state(held.order())).isEqualTo(OrderState.REFUSED);
        assertThat(post.pending(BOREAL)).isEmpty();
    }

    private void running(WorkloadEnd atSuspension, WorkloadEnd atEnd) {
        agreements.says(BorealOrders.AGREEMENT, new RunningWorkloads(atSuspension, atEnd, PriceChange.CHANGE));
        boreal.handIn(order);
        work.settle();
        assertThat(deployments.state(order.order())).isEqualTo(OrderState.ACTIVE);
    }

    private void stop() {
        new StoppingJob(agreements, instances, orders, notices, clock).stopDue();
        work.settle();
    }
}

package org.entente.broker.peering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_KYIV;
import static org.entente.broker.Federation.AT_LYON;
import static org.entente.broker.Federation.AT_OSLO;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;
import static org.entente.broker.Peers.COBALT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Completeness;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderState;
import org.entente.broker.provisioning.Work;
import org.entente.broker.site.FakeSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's order of which it takes whatever it can get. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PartialOrderTest {
    private static final Refusal NO = new Refusal("QUOTA_VCPU", "The agreement allows 4 vCPU");

    @Inject
    Federation federation;

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
    void keepsTheRestWhereOneRefusesAndOurOwnPartNeverWaits() {
        OrderId order = deployments.order(Completeness.PARTIAL, AT_PARIS, AT_OSLO, AT_KYIV);
        work.settle();
        assertThat(deployments.states(order))
                .containsExactly(InstanceState.ACTIVE, InstanceState.PLANNED, InstanceState.PLANNED);
        assertThat(deployments.view(order).reason())
                .contains("waits for boreal and cobalt until 2027-06-01 12:10 UTC; else the rest goes on without it");

        post.answer(COBALT, OrderPlaced.class, NO);
        assertThat(deployments.state(order)).isEqualTo(OrderState.PLACING);
        takes(BOREAL, order);
        runs(order, 1);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
        assertThat(deployments.view(order).reason())
                .contains("vm-2: cobalt refused: QUOTA_VCPU: The agreement allows 4 vCPU");
        assertThat(deployments.view(order).completeness()).isEqualTo("PARTIAL");
        assertThat(deployments.states(order))
                .containsExactly(InstanceState.ACTIVE, InstanceState.ACTIVE, InstanceState.FAILED);
        assertThat(post.pending(BOREAL)).isEmpty();
    }

    @Test
    void goesOnAtTheDeadlineWithoutAPartnerThatNeverAnswersAndReleasesWhatItMayHaveMade() {
        OrderId order = deployments.order(Completeness.PARTIAL, AT_OSLO, AT_KYIV);
        work.settle();
        takes(BOREAL, order);
        runs(order, 0);

        work.after(Duration.ofMinutes(10));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
        assertThat(deployments.view(order).reason())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("vm-1: cobalt did not answer before 2027-06-01 12:10"));
        assertThat(deployments.states(order)).containsExactly(InstanceState.ACTIVE, InstanceState.ENDING);
        assertThat(post.pending(BOREAL)).isEmpty();
        assertThat(post.pending(COBALT, ReleaseRequest.class)).hasSize(1);

        post.answer(COBALT, OrderPlaced.class, new Refusal("ORDER_TOO_LATE", "The order's deadline was 12:10"));
        post.answer(COBALT, ReleaseRequest.class, new Refusal("ORDER_UNKNOWN", "There is no such order"));
        assertThat(deployments.states(order)).containsExactly(InstanceState.ACTIVE, InstanceState.ENDED);
        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
    }

    @Test
    void isRefusedWhereNothingOfItCanBeMade() {
        OrderId order = deployments.order(Completeness.PARTIAL, AT_OSLO, AT_KYIV);
        work.settle();
        post.answer(BOREAL, OrderPlaced.class, NO);
        assertThat(deployments.state(order)).isEqualTo(OrderState.PLACING);

        post.answer(COBALT, OrderPlaced.class, NO);

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.reason(order, 0)).contains("boreal refused: QUOTA_VCPU: The agreement allows 4 vCPU");
    }

    @Test
    void leavesOutOnlyTheSiteThatIsFull() {
        federation.connect(LYON, 0);
        OrderId order = deployments.order(Completeness.PARTIAL, AT_PARIS, AT_LYON);
        work.settle();

        assertThat(deployments.states(order)).containsExactly(InstanceState.ACTIVE, InstanceState.FAILED);
        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
        assertThat(deployments.reason(order, 1))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("SITE_FULL: alba-lyon"));
        assertThat(paris.made()).isEqualTo(1);
    }

    @Test
    void isGivenBackLikeAnyOther() {
        OrderId order = deployments.order(Completeness.PARTIAL, AT_PARIS, AT_OSLO);
        work.settle();

        deployments.giveBack(order);
        work.settle();

        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDED, InstanceState.ENDING);
        assertThat(paris.holds()).isZero();
        assertThat(post.pending(BOREAL, ReleaseRequest.class)).hasSize(1);
    }

    private void takes(OperatorId partner, OrderId order) {
        post.answer(partner, OrderPlaced.class, new Receipt(order, clock.instant()));
    }

    private void runs(OrderId order, int position) {
        post.handIn(
                BOREAL,
                new StatusNotice(
                        order,
                        List.of(new StatusNotice.InstanceStatus(
                                deployments.instances(order).get(position),
                                StatusNotice.State.ACTIVE,
                                Optional.of(MovableClock.NOON),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))));
    }
}

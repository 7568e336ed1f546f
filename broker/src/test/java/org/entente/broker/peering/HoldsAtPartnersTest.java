package org.entente.broker.peering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_KYIV;
import static org.entente.broker.Federation.AT_OSLO;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;
import static org.entente.broker.Peers.COBALT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.Notice;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.broker.Federation;
import org.entente.broker.KnownAgreements;
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

/** A tenant's order with parts at two partners: held by both before anything is ordered, or given back by all. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HoldsAtPartnersTest {
    private static final Instant UNTIL = MovableClock.NOON.plus(Duration.ofMinutes(5));

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Post post;

    @Inject
    Work work;

    @Inject
    KnownAgreements agreements;

    @Inject
    MovableClock clock;

    private FakeSite paris = new FakeSite();
    private OrderId order = new OrderId("none");

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
        order = deployments.order(AT_PARIS, AT_OSLO, AT_KYIV);
        work.run();
    }

    @Test
    void isOrderedFromAllOnceAllHoldIt() {
        assertThat(deployments.state(order)).isEqualTo(OrderState.HOLDING);
        HoldRequest asked = post.pending(BOREAL, HoldRequest.class).getFirst();
        assertThat(asked.order()).isEqualTo(order);
        assertThat(asked.until()).isEqualTo(UNTIL);
        assertThat(post.pending(BOREAL).getFirst().document().document().buildsOn())
                .containsExactly(version("alba-at-boreal"));

        holds(BOREAL);
        assertThat(post.pending(BOREAL)).as("nothing is ordered yet").isEmpty();
        holds(COBALT);

        assertThat(deployments.state(order)).isEqualTo(OrderState.PLACING);
        Post.Sent sent = post.pending(BOREAL).getFirst();
        assertThat(((OrderPlaced) sent.body()).instances()).isEqualTo(asked.instances());
        assertThat(sent.document().document().buildsOn())
                .hasSize(2)
                .startsWith(version("alba-at-boreal"))
                .isNotEqualTo(
                        post.pending(COBALT).getFirst().document().document().buildsOn());
        assertThat(paris.made()).isZero();

        takes(BOREAL);
        takes(COBALT);
        work.settle();
        assertThat(deployments.state(order)).isEqualTo(OrderState.STARTING);
        assertThat(deployments.states(order))
                .containsExactly(InstanceState.ACTIVE, InstanceState.STARTING, InstanceState.STARTING);
    }

    @Test
    void isReleasedByAllWhereOneRefuses() {
        holds(BOREAL);

        post.answer(COBALT, HoldRequest.class, new Refusal("QUOTA_VCPU", "The agreement allows 4 vCPU"));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason())
                .contains("cobalt refused to hold its part: QUOTA_VCPU: The agreement allows 4 vCPU");
        assertThat(deployments.states(order))
                .containsExactly(InstanceState.ENDED, InstanceState.ENDING, InstanceState.ENDED);
        assertThat(post.pending(BOREAL))
                .extracting(Post.Sent::body)
                .containsExactly(new ReleaseRequest(
                        order, List.of(deployments.instances(order).get(1))));
        assertThat(post.pending(COBALT)).isEmpty();
        assertThat(paris.made()).isZero();
    }

    @Test
    void isReleasedByAllWhereOneStaysSilent() {
        holds(BOREAL);
        post.fails(COBALT, "cobalt cannot be reached: nothing answers there");
        work.after(Duration.ofSeconds(119));
        assertThat(deployments.state(order)).isEqualTo(OrderState.HOLDING);

        work.after(Duration.ofSeconds(1));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("cobalt did not answer before 2027-06-01 12:02 UTC; cobalt cannot be reached"));
        assertThat(post.pending(BOREAL, ReleaseRequest.class)).hasSize(1);
        assertThat(post.pending(COBALT))
                .as("the release follows the request, so that nothing stays held")
                .extracting(sent -> sent.body().getClass().getSimpleName())
                .containsExactly("HoldRequest", "ReleaseRequest");
    }

    @Test
    void ordersNothingWhereAHoldComesTooLate() {
        holds(BOREAL);
        work.after(Duration.ofMinutes(2));
        work.settle();

        holds(COBALT);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(post.pending(COBALT))
                .extracting(sent -> sent.body().getClass().getSimpleName())
                .containsExactly("ReleaseRequest");
    }

    @Test
    void isGivenBackByAllWhereAHoldExpiredBeforeTheOrderArrived() {
        holds(BOREAL);
        holds(COBALT);
        takes(BOREAL);

        post.answer(COBALT, OrderPlaced.class, new Refusal("HOLD_EXPIRED", "It was held until 12:05"));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason()).contains("cobalt refused: HOLD_EXPIRED: It was held until 12:05");
        assertThat(post.pending(BOREAL, ReleaseRequest.class)).hasSize(1);
        assertThat(paris.made()).isZero();
    }

    @Test
    void isRefusedWhereThePartnerHoldsSomethingElseThanWasAsked() {
        post.answer(BOREAL, HoldRequest.class, new Hold(order, UNTIL.minusSeconds(1)));

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("ANSWER_UNEXPECTED"));
    }

    @Test
    void isGivenBackWhileItIsHeldAndNothingIsOrderedAfterwards() {
        holds(BOREAL);
        deployments.giveBack(order);
        work.settle();

        holds(COBALT);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDING);
        assertThat(post.pending(BOREAL, OrderPlaced.class)).isEmpty();
        assertThat(post.pending(COBALT, OrderPlaced.class)).isEmpty();
        post.answer(BOREAL, ReleaseRequest.class, new Receipt(order, clock.instant()));
        assertThat(tellsTheEnd(BOREAL, 1)).isNotInstanceOf(Refusal.class);
        assertThat(tellsTheEnd(COBALT, 2)).isNotInstanceOf(Refusal.class);
        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
    }

    @Test
    void isRefusedWhereAnAgreementWasSuspendedWhileItWasHeld() {
        holds(BOREAL);
        agreements.gives(new Notice(
                COBALT,
                new AgreementNotice.Suspension(new AgreementId("alba-at-cobalt"), 1, clock.instant(), "unpaid bills")));

        holds(COBALT);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("alba-at-cobalt takes no orders"));
        assertThat(post.pending(BOREAL, ReleaseRequest.class)).hasSize(1);
        assertThat(post.pending(COBALT, ReleaseRequest.class)).hasSize(1);
    }

    @Test
    void believesNoHostThatRunsWhatItWasOnlyAskedToHold() {
        holds(BOREAL);

        assertThat(post.handIn(BOREAL, notice(1, StatusNotice.State.ACTIVE, Optional.of(MovableClock.NOON))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("INSTANCE_NOT_ORDERED"));
        assertThat(tellsTheEnd(BOREAL, 1)).isInstanceOf(Refusal.class);
        deployments.giveBack(order);
        work.settle();
        assertThat(post.handIn(BOREAL, notice(1, StatusNotice.State.ACTIVE, Optional.of(MovableClock.NOON))))
                .isInstanceOf(Refusal.class);

        assertThat(deployments.view(order).instances().get(1).startedAt()).isEmpty();
    }

    @Test
    void saysWhoMustHoldUntilWhenAndWhatHappensElse() {
        holds(BOREAL);
        post.fails(COBALT, "cobalt cannot be reached: nothing answers there");

        String until = " until 2027-06-01 12:02 UTC";
        String failure = "; cobalt cannot be reached: nothing answers there (tried 1 times since 2027-06-01 12:00 UTC)";
        String otherwise = "; else all of it is given back";
        assertThat(deployments.view(order).reason())
                .contains("waits for cobalt to hold a place" + until + failure + otherwise);
        assertThat(deployments.reason(order, 0))
                .contains("its place is held; waits for cobalt to hold theirs" + until + otherwise);
        assertThat(deployments.reason(order, 1))
                .contains("its place is held; waits for cobalt to hold theirs" + until + otherwise);
        assertThat(deployments.reason(order, 2))
                .contains("waits for cobalt to hold a place" + until + failure + otherwise);
    }

    private void holds(OperatorId partner) {
        post.answer(partner, HoldRequest.class, new Hold(order, UNTIL));
    }

    private void takes(OperatorId partner) {
        post.answer(partner, OrderPlaced.class, new Receipt(order, clock.instant()));
    }

    private Object tellsTheEnd(OperatorId partner, int position) {
        return post.handIn(partner, notice(position, StatusNotice.State.ENDED, Optional.empty()));
    }

    private StatusNotice notice(int position, StatusNotice.State state, Optional<Instant> startedAt) {
        return new StatusNotice(
                order,
                List.of(new StatusNotice.InstanceStatus(
                        deployments.instances(order).get(position),
                        state,
                        startedAt,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private DocumentHash version(String agreement) {
        return agreements.find(new AgreementId(agreement)).orElseThrow().hash();
    }
}

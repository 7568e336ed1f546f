package org.entente.broker.peering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.broker.Federation.AT_OSLO;
import static org.entente.broker.MovableClock.NOON;
import static org.entente.broker.Peers.BOREAL;
import static org.entente.broker.Peers.COBALT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.document.StatusNotice.State;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.problem.ProblemKind;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderState;
import org.entente.broker.provisioning.Work;
import org.entente.metering.record.UsageRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Boreal tells of our instances at its site, in good order and in bad. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StatusNoticeTest {
    private static final Instant START = NOON.plusSeconds(30);

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

    @Inject
    UsageRecords usage;

    private OrderId order = new OrderId("none");
    private InstanceId instance = new InstanceId("none");

    @BeforeEach
    void begin() {
        federation.begin();
        order = deployments.order(AT_OSLO);
        instance = deployments.instances(order).getFirst();
        work.run();
        clock.moveTo(NOON.plusSeconds(60));
    }

    @Test
    void theOrderIsActiveAndMeteredOnceTheHostSaysSo() {
        accept();

        assertThat(tell(State.ACTIVE, START, null)).isInstanceOf(Acknowledgement.class);

        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        assertThat(deployments.view(order).instances().getFirst().startedAt()).contains(START);
        assertThat(usage.usedSoFar(List.of(instance))).hasSize(1);
    }

    @Test
    void aNoticeBeforeTheReceiptCountsToo() {
        tell(State.ACTIVE, START, null);
        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);

        accept();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
    }

    @Test
    void aRepeatedAndALateNoticeChangeNothing() {
        accept();
        tell(State.ACTIVE, START, null);
        tell(State.ACTIVE, START, null);
        clock.moveTo(START.plusSeconds(100));
        tell(State.ENDED, START, START.plusSeconds(100));

        assertThat(tell(State.ENDED, START, START.plusSeconds(100))).isInstanceOf(Acknowledgement.class);
        assertThat(tell(State.ACTIVE, START, null)).isInstanceOf(Acknowledgement.class);
        assertThat(tell(State.STARTING, null, null)).isInstanceOf(Acknowledgement.class);

        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDED);
        assertThat(vcpuSeconds()).isEqualTo(100);
    }

    @Test
    void anEndTellsItsStartTooWhereThatNoticeNeverCame() {
        accept();
        clock.moveTo(START.plusSeconds(100));

        tell(State.FAILED, START, START.plusSeconds(70));

        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
        assertThat(vcpuSeconds()).isEqualTo(70);
    }

    @Test
    void aStartThatComesWhileWeGiveItBackIsMeteredUntilItsEnd() {
        accept();
        deployments.giveBack(order);
        work.run();
        clock.moveTo(START.plusSeconds(50));

        tell(State.ACTIVE, START, null);
        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDING);
        tell(State.ENDED, START, START.plusSeconds(40));

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(vcpuSeconds()).isEqualTo(40);
    }

    @Test
    void timesThatCannotBeAreRefusedAndNothingIsStored() {
        accept();

        assertRefused("STATUS_TIMES_WRONG", tell(State.ACTIVE, clock.instant().plus(Duration.ofHours(1)), null));
        assertRefused("STATUS_TIMES_WRONG", tell(State.ENDED, START, START.minusSeconds(1)));
        assertRefused("STATUS_TIMES_WRONG", tell(State.ENDED, START, null));
        assertRefused("STATUS_TIMES_WRONG", tell(State.ENDED, null, START));
        assertRefused("STATUS_TIMES_WRONG", tell(State.ACTIVE, null, null));
        assertRefused("STATUS_TIMES_WRONG", tell(State.ACTIVE, START, START.plusSeconds(1)));
        assertRefused("STATUS_TIMES_WRONG", tell(State.ACTIVE, START.plusMillis(1), null));

        assertThat(deployments.states(order)).containsExactly(InstanceState.STARTING);
        assertThat(usage.usedSoFar(List.of(instance))).isEmpty();
    }

    @Test
    void aHostWhoseClockIsAheadMayComeAgainWhenItsTimeHasCome() {
        accept();
        Instant ahead = clock.instant().plusSeconds(60);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> tell(State.ACTIVE, ahead, null))
                .satisfies(early -> assertThat(early.code().kind()).isEqualTo(ProblemKind.PEER));
        clock.moveTo(ahead);
        tell(State.ACTIVE, ahead, null);

        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
    }

    @Test
    void whatContradictsAnEarlierNoticeIsRefused() {
        accept();
        tell(State.ACTIVE, START, null);

        assertRefused("STATUS_CONTRADICTS", tell(State.ACTIVE, START.plusSeconds(1), null));
        assertRefused("STATUS_CONTRADICTS", tell(State.ENDED, null, null));

        assertThat(deployments.states(order)).containsExactly(InstanceState.ACTIVE);
    }

    @Test
    void anotherPartnerCannotTellOfIt() {
        accept();
        StatusNotice notice = notice(State.ACTIVE, START, null, null);

        assertRefused("INSTANCE_UNKNOWN", post.handIn(COBALT, notice));
        assertRefused(
                "ORDER_UNKNOWN",
                post.handIn(BOREAL, new StatusNotice(new OrderId("no-such-order"), notice.instances())));

        assertThat(deployments.states(order)).containsExactly(InstanceState.STARTING);
    }

    @Test
    void anEndThatComesTooLateForOurRecordsEndsItAndSaysTheDifference() {
        accept();
        tell(State.ACTIVE, START, null);
        clock.moveTo(Instant.parse("2027-06-02T00:30:00Z"));
        work.run();
        Instant stated = Instant.parse("2027-06-01T23:59:00Z");

        assertThat(tell(State.ENDED, START, stated)).isInstanceOf(Acknowledgement.class);

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(deployments.reason(order, 0))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains(
                                "boreal says that it ended at " + stated, "recorded here until 2027-06-02T00:00:00Z"));
        assertThat(vcpuSeconds())
                .isEqualTo(Duration.between(START, Instant.parse("2027-06-02T00:00:00Z"))
                        .toSeconds());
    }

    @Test
    void whatAHostIsSilentAboutIsTakenToRunOn() {
        accept();
        tell(State.ACTIVE, START, null);

        clock.moveTo(Instant.parse("2027-06-02T00:30:00Z"));
        work.run();

        assertThat(vcpuSeconds())
                .isEqualTo(Duration.between(START, clock.instant()).toSeconds());
    }

    @Test
    void whatAHostHasTroubleWithIsNotTakenToRunOn() {
        accept();
        tell(State.ACTIVE, START, null);
        post.handIn(BOREAL, notice(State.ACTIVE, START, null, "boreal-oslo did not answer in time"));
        assertThat(deployments.reason(order, 0)).contains("boreal says: boreal-oslo did not answer in time");

        clock.moveTo(Instant.parse("2027-06-02T00:30:00Z"));
        work.run();

        assertThat(vcpuSeconds()).isZero();
    }

    @Test
    void whyItWaitsAtTheHostIsShown() {
        accept();

        post.handIn(BOREAL, notice(State.STARTING, null, null, "boreal-oslo did not answer in time"));

        assertThat(deployments.reason(order, 0))
                .contains(
                        "waits for boreal to start it until 2027-06-01 12:10 UTC; boreal says: boreal-oslo did not answer in time; else it fails");
        tell(State.ACTIVE, START, null);
        assertThat(deployments.reason(order, 0)).isEmpty();
    }

    private void accept() {
        post.answer(BOREAL, OrderPlaced.class, new Receipt(order, clock.instant()));
    }

    private DocumentBody tell(State state, @Nullable Instant start, @Nullable Instant end) {
        return post.handIn(BOREAL, notice(state, start, end, null));
    }

    private StatusNotice notice(State state, @Nullable Instant start, @Nullable Instant end, @Nullable String reason) {
        return new StatusNotice(
                order,
                List.of(new StatusNotice.InstanceStatus(
                        instance,
                        state,
                        Optional.ofNullable(start),
                        Optional.ofNullable(end),
                        Optional.empty(),
                        Optional.ofNullable(reason))));
    }

    private long vcpuSeconds() {
        Map<Meter, Quantity> used = usage.usedSoFar(List.of(instance)).getOrDefault(instance, Map.of());
        return used.getOrDefault(Meter.VCPU, Quantity.none(Meter.VCPU)).value().longValue();
    }

    private static void assertRefused(String code, DocumentBody answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}

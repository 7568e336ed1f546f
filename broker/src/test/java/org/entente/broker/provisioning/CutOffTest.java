package org.entente.broker.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.broker.Federation.AT_LYON;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.PARIS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.DeploymentView.InstanceView;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderState;
import org.entente.broker.order.WhenCutOff;
import org.entente.broker.site.FakeSite;
import org.entente.broker.site.Probing;
import org.entente.broker.site.SiteException.Code;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site of ours cannot be reached: nothing is lost, nothing moves by itself, and no second counts twice. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CutOffTest {
    private static final Duration LONG_ENOUGH_TO_DECIDE = Duration.ofMinutes(16);

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Work work;

    @Inject
    Probing probing;

    @Inject
    MovingJob moving;

    @Inject
    MoveDecisions decisions;

    @Inject
    UsageRecords usage;

    @Inject
    MovableClock clock;

    private FakeSite paris = new FakeSite();
    private FakeSite lyon = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
        lyon = federation.connect(LYON);
    }

    @Test
    void whatRunsThereIsKeptWithWhenItWasLastSeenAndOrdersElsewhereGoOn() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        Instant seen = only(order).lastSeenAt().orElseThrow();
        cutOff();
        int calls = paris.observations();

        work.after(Duration.ofHours(2));

        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        assertThat(only(order).state()).isEqualTo("active");
        assertThat(only(order).lastSeenAt()).hasValue(seen);
        assertThat(only(order).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("alba-paris has not answered since"));
        assertThat(paris.observations())
                .as("nobody calls a site that is cut off")
                .isEqualTo(calls);
        OrderId elsewhere = deployments.order(AT_LYON);
        work.settle();
        assertThat(deployments.state(elsewhere)).isEqualTo(OrderState.ACTIVE);
    }

    @Test
    void onItsReturnWhatStillRunsGoesOnAndWhatIsGoneFailed() {
        OrderId stays = deployments.order(AT_PARIS);
        OrderId lost = deployments.order(AT_PARIS);
        work.settle();
        cutOff();
        paris.loses(deployments.instances(lost).getFirst());

        comesBack();

        assertThat(deployments.state(stays)).isEqualTo(OrderState.ACTIVE);
        assertThat(only(stays).reason()).isEmpty();
        assertThat(deployments.state(lost)).isEqualTo(OrderState.DEGRADED);
    }

    @Test
    void whatIsGivenBackMeanwhileEndsOnItsReturn() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        cutOff();
        deployments.giveBack(order);
        work.after(Duration.ofMinutes(2));
        assertThat(only(order).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("waits for alba-paris to end it"));
        assertThat(paris.holds()).isEqualTo(1);

        comesBack();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(paris.holds()).isZero();
    }

    @Test
    void whatIsOrderedThereMeanwhileWaitsUntilItsDeadline() {
        cutOff();
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        assertThat(only(order).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("until", "has not answered since"));

        work.after(Duration.ofMinutes(11));

        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
    }

    @Test
    void nothingMovesBySilenceAlone() {
        OrderId order = deployments.order(WhenCutOff.MOVE, AT_PARIS);
        work.settle();
        cutOff();

        work.after(Duration.ofDays(1));
        moving.move();

        assertThat(deployments.instances(order)).hasSize(1);
    }

    @Test
    void nobodyDecidesTooEarlyOrAboutASiteThatAnswers() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decide())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(MoveProblem.SITE_NOT_CUT_OFF));
        cutOff();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decide())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(MoveProblem.CUT_OFF_TOO_SHORT));
    }

    @Test
    void whatStaysStaysWhateverIsDecided() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        cutOff();

        decideInTime();

        assertThat(deployments.instances(order)).hasSize(1);
        assertThat(lyon.made()).isZero();
    }

    @Test
    void whatMayMoveMovesOnceItIsDecidedAndCountsNoSecondTwice() {
        OrderId order = deployments.order(WhenCutOff.MOVE, AT_PARIS);
        work.settle();
        work.after(Duration.ofMinutes(10));
        long used = vcpuSeconds(deployments.instances(order).getFirst());
        cutOff();

        decideInTime();

        assertThat(lyon.holds()).isEqualTo(1);
        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDING, InstanceState.ACTIVE);
        InstanceView old = at(order, 0);
        assertThat(old.replacedBy()).hasValue(at(order, 1).instance());
        assertThat(old.reason()).hasValueSatisfying(why -> assertThat(why).contains("moved to alba-lyon", "eva"));
        assertThat(old.endedAt())
                .hasValueSatisfying(
                        end -> assertThat(end).isBefore(at(order, 1).startedAt().orElseThrow()));

        comesBack();
        work.after(Duration.ofMinutes(10));

        assertThat(paris.holds()).isZero();
        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDED, InstanceState.ACTIVE);
        assertThat(vcpuSeconds(deployments.instances(order).getFirst())).isEqualTo(used);
        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
    }

    @Test
    void whatReturnsGoesBackOnceItsSiteTakesOrdersAndCountsNoSecondTwice() {
        OrderId order = deployments.order(WhenCutOff.MOVE_AND_RETURN, AT_PARIS);
        work.settle();
        cutOff();
        decideInTime();
        assertThat(lyon.holds()).isEqualTo(1);

        comesBack();
        moving.move();
        work.settle();

        assertThat(deployments.states(order))
                .containsExactly(InstanceState.ENDED, InstanceState.ENDED, InstanceState.ACTIVE);
        assertThat(at(order, 2).site()).isEqualTo("alba-paris");
        assertThat(at(order, 1).endedAt()).isEqualTo(at(order, 2).startedAt());
        assertThat(lyon.holds()).isZero();
        assertThat(paris.holds()).isEqualTo(1);
        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        moving.move();
        work.settle();
        assertThat(deployments.instances(order)).as("it is at home").hasSize(3);
    }

    @Test
    void whatFindsNoRoomElsewhereWaitsAndSaysSo() {
        federation.begin();
        paris = federation.connect(PARIS);
        lyon = federation.connect(LYON, 1);
        OrderId full = deployments.order(AT_LYON);
        OrderId order = deployments.order(WhenCutOff.MOVE, AT_PARIS);
        work.settle();
        assertThat(deployments.state(full)).isEqualTo(OrderState.ACTIVE);
        cutOff();

        decideInTime();

        assertThat(deployments.states(order)).containsExactly(InstanceState.ACTIVE);
        assertThat(lyon.holds()).isEqualTo(1);
    }

    private void cutOff() {
        paris.fails(Code.UNREACHABLE, "alba-paris did not answer in time");
        probing.again();
    }

    private void decideInTime() {
        clock.forward(LONG_ENOUGH_TO_DECIDE);
        decide();
        moving.move();
        work.settle();
    }

    private void decide() {
        decisions.decide(PARIS, "eva", "The line to Paris is cut for days");
    }

    private void comesBack() {
        paris.recovers();
        probing.again();
        work.settle();
    }

    private InstanceView only(OrderId order) {
        List<InstanceView> all = deployments.view(order).instances();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private InstanceView at(OrderId order, int position) {
        return deployments.view(order).instances().get(position);
    }

    private long vcpuSeconds(InstanceId instance) {
        Map<Meter, Quantity> used = usage.usedSoFar(List.of(instance)).getOrDefault(instance, Map.of());
        return used.getOrDefault(Meter.VCPU, Quantity.none(Meter.VCPU)).value().longValue();
    }
}

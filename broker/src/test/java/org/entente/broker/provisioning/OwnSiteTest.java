package org.entente.broker.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Quantity;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderState;
import org.entente.broker.site.FakeSite;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's order on a site of ours, from its request to its end, with what can go wrong at the site. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OwnSiteTest {
    private static final Duration LONGER_THAN_THE_DEADLINE = Duration.ofMinutes(11);

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Work work;

    @Inject
    MovableClock clock;

    @Inject
    UsageRecords usage;

    private FakeSite paris = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
    }

    @Test
    void anOrderComesToRunAndIsMeteredFromThenOn() {
        OrderId order = deployments.order(AT_PARIS, AT_PARIS);
        assertThat(deployments.state(order)).isEqualTo(OrderState.REQUESTED);

        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        assertThat(paris.made()).isEqualTo(2);
        work.after(Duration.ofMinutes(2));
        assertThat(vcpuSeconds(deployments.instances(order).getFirst())).isPositive();
    }

    @Test
    void anOrderGivenBackEndsAtTheSiteAndIsMeteredUntilThen() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        InstanceId instance = deployments.instances(order).getFirst();

        clock.forward(Duration.ofMinutes(10));
        deployments.giveBack(order);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(paris.holds()).isZero();
        assertThat(vcpuSeconds(instance)).isBetween(600L, 605L);
    }

    @Test
    void anOrderGivenBackWhileItStartsLeavesNothingBehind() {
        paris.buildsSlowly();
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        assertThat(deployments.states(order)).containsExactly(InstanceState.STARTING);

        deployments.giveBack(order);
        paris.finishesBuilding();
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(paris.holds()).isZero();
        assertThat(usage.usedSoFar(deployments.instances(order))).isEmpty();
    }

    @Test
    void anOrderWaitsForASiteThatIsDownAndStartsOnceItIsBack() {
        paris.fails(Code.UNREACHABLE, "alba-paris did not answer in time");
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        assertThat(deployments.states(order)).containsExactly(InstanceState.STARTING);
        assertThat(deployments.reason(order, 0))
                .hasValueSatisfying(reason -> assertThat(reason).contains("alba-paris", "did not answer in time"));

        paris.recovers();
        work.after(Duration.ofSeconds(6));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        assertThat(deployments.reason(order, 0)).isEmpty();
        assertThat(paris.made()).isEqualTo(1);
    }

    @Test
    void anOrderWhoseSiteStaysDownIsGivenUpAtTheDeadline() {
        paris.fails(Code.UNREACHABLE, "alba-paris did not answer in time");
        OrderId order = deployments.order(AT_PARIS);
        work.settle();

        work.after(LONGER_THAN_THE_DEADLINE);

        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
        assertThat(deployments.reason(order, 0))
                .hasValueSatisfying(reason -> assertThat(reason).contains("did not answer in time"));
        paris.recovers();
        work.after(Duration.ofSeconds(6));
        assertThat(paris.holds()).isZero();
    }

    @Test
    void whatAppearedAtASiteThatWasDownIsCleanedUpAfterTheDeadline() {
        paris.losesNextAnswer(new SiteException(Code.UNREACHABLE, "No answer in time"));
        OrderId order = deployments.order(AT_PARIS);
        work.run();
        paris.fails(Code.UNREACHABLE, "alba-paris did not answer in time");
        work.after(LONGER_THAN_THE_DEADLINE);
        assertThat(deployments.states(order)).containsExactly(InstanceState.FAILED);
        assertThat(paris.holds()).isEqualTo(1);

        paris.recovers();
        work.after(Duration.ofSeconds(6));

        assertThat(paris.holds()).isZero();
        assertThat(usage.usedSoFar(deployments.instances(order))).isEmpty();
    }

    @Test
    void whatIsStillBeingMadeAtTheDeadlineIsGivenUpAndRemoved() {
        paris.buildsSlowly();
        OrderId order = deployments.order(AT_PARIS);
        work.settle();

        work.after(LONGER_THAN_THE_DEADLINE);
        work.settle();

        assertThat(deployments.states(order)).containsExactly(InstanceState.FAILED);
        assertThat(paris.holds()).isZero();
    }

    @Test
    void aSiteThatCannotTakeItFailsTheInstanceAtOnceForItsReason() {
        paris.fails(Code.EXHAUSTED, "No valid host was found");
        OrderId order = deployments.order(AT_PARIS);

        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.DEGRADED);
        assertThat(deployments.view(order).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("vm-0", "No valid host was found"));
    }

    @Test
    void anInstanceThatVanishedIsPaidOnlyUntilItWasLastSeen() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        InstanceId instance = deployments.instances(order).getFirst();
        work.after(Duration.ofMinutes(5));
        long seen = vcpuSeconds(instance);

        paris.loses(instance);
        work.after(Duration.ofMinutes(5));

        assertThat(deployments.states(order)).containsExactly(InstanceState.FAILED);
        assertThat(vcpuSeconds(instance)).isEqualTo(seen);
    }

    @Test
    void anOrderThatTheSiteHasNoRoomForIsRefusedForThatReason() {
        federation.begin();
        paris = federation.connect(PARIS, 1);

        OrderId order = deployments.order(AT_PARIS, AT_PARIS);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("SITE_FULL", "alba-paris"));
        assertThat(deployments.states(order)).containsOnly(InstanceState.ENDED);
        assertThat(paris.made()).isZero();
    }

    @Test
    void anOrderTooLargeForTheSiteDoesNotTakeTheRoomOfOneThatFits() {
        federation.begin();
        paris = federation.connect(PARIS, 2);

        OrderId small = deployments.order(AT_PARIS);
        OrderId large = deployments.order(AT_PARIS, AT_PARIS, AT_PARIS);
        work.settle();

        assertThat(deployments.state(small)).isEqualTo(OrderState.ACTIVE);
        assertThat(deployments.state(large)).isEqualTo(OrderState.REFUSED);
    }

    private long vcpuSeconds(InstanceId instance) {
        Map<Meter, Quantity> used = usage.usedSoFar(List.of(instance)).getOrDefault(instance, Map.of());
        return used.getOrDefault(Meter.VCPU, Quantity.none(Meter.VCPU)).value().longValue();
    }
}

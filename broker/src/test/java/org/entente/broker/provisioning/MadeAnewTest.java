package org.entente.broker.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Quantity;
import org.entente.broker.Federation;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.DeploymentView.InstanceView;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderState;
import org.entente.broker.site.FakeSite;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the operator says so, an instance that its site does not know any more is made anew, and no second counts twice. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(MadeAnewTest.Recreating.class)
class MadeAnewTest {
    public static final class Recreating implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("entente.orders.when-missing", "RECREATE");
        }
    }

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Work work;

    @Inject
    UsageRecords usage;

    private FakeSite paris = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
    }

    @Test
    void whatIsMissingIsMadeAnewInItsPlaceAndItsUseEndsWhereItWasLastSeen() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        work.after(Duration.ofMinutes(10));
        InstanceId first = deployments.instances(order).getFirst();
        long used = vcpuSeconds(first);
        paris.loses(first);

        work.after(Duration.ofMinutes(2));
        work.settle();

        assertThat(paris.made()).isEqualTo(2);
        assertThat(paris.holds()).isEqualTo(1);
        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDED, InstanceState.ACTIVE);
        InstanceView old = at(order, 0);
        InstanceView fresh = at(order, 1);
        assertThat(old.replacedBy()).hasValue(fresh.instance());
        assertThat(old.reason())
                .hasValueSatisfying(why -> assertThat(why).contains("does not know it any more", "made anew"));
        assertThat(old.endedAt().orElseThrow()).isBefore(fresh.startedAt().orElseThrow());
        assertThat(vcpuSeconds(first)).isEqualTo(used);
    }

    @Test
    void whatIsMissingAgainIsMadeAnewAgain() {
        OrderId order = deployments.order(AT_PARIS);
        work.settle();
        for (int loss = 0; loss < 2; loss++) {
            paris.loses(deployments.instances(order).getLast());
            work.after(Duration.ofMinutes(2));
            work.settle();
        }

        assertThat(deployments.states(order))
                .containsExactly(InstanceState.ENDED, InstanceState.ENDED, InstanceState.ACTIVE);
        assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE);
        deployments.giveBack(order);
        work.settle();
        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(paris.holds()).isZero();
    }

    private InstanceView at(OrderId order, int position) {
        return deployments.view(order).instances().get(position);
    }

    private long vcpuSeconds(InstanceId instance) {
        Map<Meter, Quantity> used = usage.usedSoFar(List.of(instance)).getOrDefault(instance, Map.of());
        return used.getOrDefault(Meter.VCPU, Quantity.none(Meter.VCPU)).value().longValue();
    }
}

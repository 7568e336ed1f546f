package org.entente.broker.provisioning;

import static org.awaitility.Awaitility.await;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.entente.agreements.language.OrderId;
import org.entente.broker.Federation;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.OrderState;
import org.junit.jupiter.api.Test;

/** The jobs act at once after the commit that made their work: here nothing ticks, and no time passes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(PromptnessTest.WithJobs.class)
class PromptnessTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    /** All jobs are at work, as in a server. */
    public static final class WithJobs implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.arc.exclude-types", "");
        }
    }

    @Test
    void anOrderRunsAndEndsWithoutATick() {
        federation.begin();
        federation.connect(PARIS);

        OrderId order = deployments.order(AT_PARIS);
        await().atMost(LONG_ENOUGH).until(() -> deployments.state(order) == OrderState.ACTIVE);

        deployments.giveBack(order);
        await().atMost(LONG_ENOUGH).until(() -> deployments.state(order) == OrderState.ENDED);
    }
}

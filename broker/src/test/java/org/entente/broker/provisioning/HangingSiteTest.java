package org.entente.broker.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.broker.Federation.AT_LYON;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.PARIS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Place;
import org.entente.broker.Federation;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.OrderState;
import org.entente.broker.site.FakeSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site whose calls never return takes its own places only. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HangingSiteTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Work work;

    @Inject
    OrderConfig config;

    private FakeSite paris = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
        federation.connect(LYON);
    }

    @Test
    void keepsNoOtherSiteWaiting() {
        paris.hangs();
        OrderId stuck = deployments.order(Collections.nCopies(80, AT_PARIS).toArray(Place[]::new));
        work.placing(new SameThread()).tick();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                assertLyonRunsBeside(stuck, work.provisioning(threads));
            } finally {
                paris.letsGo();
            }
            await().atMost(LONG_ENOUGH).until(() -> deployments.state(stuck) == OrderState.ACTIVE);
        }
    }

    private void assertLyonRunsBeside(OrderId stuck, ProvisioningJob job) {
        job.tick();
        await().atMost(LONG_ENOUGH).until(() -> paris.callsNow() >= config.looksAtOnePlace());
        OrderId free = deployments.order(AT_LYON);
        work.placing(new SameThread()).tick();

        job.tick();

        await().atMost(LONG_ENOUGH).until(() -> deployments.state(free) == OrderState.ACTIVE);
        assertThat(paris.mostCallsAtOnce()).isEqualTo(config.looksAtOnePlace());
        assertThat(deployments.state(stuck)).isEqualTo(OrderState.STARTING);
    }
}

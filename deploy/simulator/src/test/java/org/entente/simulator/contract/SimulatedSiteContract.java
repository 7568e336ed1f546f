package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteException;
import org.entente.simulator.process.RunningSimulator;
import org.entente.simulator.process.SimulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract at a simulated site, and what an adapter makes of a site where things go wrong on demand. */
@ExtendWith(SimulatorExtension.class)
abstract class SimulatedSiteContract extends SiteContract {
    private final RunningSimulator simulator;
    private final String siteName;

    SimulatedSiteContract(RunningSimulator simulator, String siteName) {
        this.simulator = simulator;
        this.siteName = siteName;
    }

    final RunningSimulator simulator() {
        return simulator;
    }

    final String siteName() {
        return siteName;
    }

    @Override
    final Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    void calmSite() {
        simulator.turn(siteName, Map.of());
    }

    @Test
    void instanceIsBuildingUntilTheSiteIsDone() {
        simulator.turn(siteName, Map.of("delayMillis", 2000));
        InstanceId instance = fresh();

        site().create(instance, workload());

        assertThat(site().observe(instance)).isEqualTo(new Observation.Building());
        awaitRunning(instance);
        simulator.turn(siteName, Map.of());
    }

    @Test
    void usedUpQuotaIsExhausted() {
        simulator.turn(siteName, Map.of("quotaExceeded", true));
        InstanceId instance = fresh();

        assertRefused(SiteException.Code.EXHAUSTED, () -> site().create(instance, workload()));

        assertThat(count(instance)).isZero();
    }

    @Test
    void cutSiteIsUnreachableAndKeepsWhatRuns() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        simulator.turn(siteName, Map.of("unreachable", true));
        assertRefused(SiteException.Code.UNREACHABLE, () -> site().observe(instance));
        assertRefused(SiteException.Code.UNREACHABLE, () -> site().delete(instance));
        simulator.turn(siteName, Map.of());

        assertThat(site().observe(instance)).isInstanceOf(Observation.Running.class);
    }

    @Test
    void failingCallMayBeAskedAgain() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        simulator.turn(siteName, Map.of("failEvery", 1));

        assertRefused(SiteException.Code.UNREACHABLE, () -> site().observe(instance));
        assertRefused(SiteException.Code.UNREACHABLE, () -> site().delete(instance));
        simulator.turn(siteName, Map.of());

        awaitRunning(instance);
    }
}

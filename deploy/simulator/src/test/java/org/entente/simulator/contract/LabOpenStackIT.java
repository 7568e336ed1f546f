package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The contract at a real OpenStack, given by system properties or the environment: {@code ENTENTE_LAB_OPENSTACK} is
 * Keystone's v3 address, {@code ENTENTE_LAB_USER} reads {@code USER@PROJECT}, {@code ENTENTE_LAB_PASSWORD}. It needs the
 * image {@code cirros} and the flavour {@code m1.tiny}.
 */
final class LabOpenStackIT extends SiteContract {
    @BeforeAll
    void skipLoudlyWithoutLab() {
        boolean given = setting("ENTENTE_LAB_OPENSTACK").isPresent();
        if (!given) {
            System.out.println("SKIPPED: no real OpenStack was tried, as ENTENTE_LAB_OPENSTACK is not set.");
        }
        assumeTrue(given, "ENTENTE_LAB_OPENSTACK is not set");
    }

    @Override
    Technology technology() {
        return Technology.OPENSTACK;
    }

    @Override
    Endpoint endpoint() {
        return new Endpoint(
                URI.create(setting("ENTENTE_LAB_OPENSTACK").orElseThrow()),
                setting("ENTENTE_LAB_USER").orElseThrow(),
                setting("ENTENTE_LAB_PASSWORD").orElseThrow(),
                "");
    }

    @Override
    Workload workload() {
        return Machines.tiny();
    }

    @Override
    List<Workload> notOffered() {
        return Machines.notOffered();
    }

    @Override
    int count(InstanceId instance) {
        return new PlainOpenStack(endpoint()).count("entente-" + instance);
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(3);
    }

    /** The lab has no volumes and no way to the internet: those are seen at the simulator alone. */
    @Test
    void reachableMachineGetsItsPartsMarkedAndLeavesNothing() {
        InstanceId instance = fresh();

        site().create(instance, Machines.reachable());
        awaitRunning(instance);

        assertThat(marked(instance))
                .extracting(MarkedResource::kind)
                .containsExactlyInAnyOrder("server", "port", "security_group", "keypair");
        site().delete(instance);
        awaitAbsent(instance);
        site().delete(instance);
        assertThat(marked(instance)).isEmpty();
    }

    @Test
    void largestPlacementIsKnown() {
        SiteCapabilities seen = site().probe();

        assertThat(seen.capacity().largest().vcpu()).isPresent();
        assertThat(seen.architectures()).isPresent();
        assertThat(seen.storage().types()).contains(List.of());
        assertThat(seen.networking().publicAddresses()).contains(false);
    }

    @Test
    void machineGrowsInSteps() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        await().atMost(patience()).until(() -> site().resize(instance, Machines.medium()));

        assertThat(count(instance)).isEqualTo(1);
        awaitRunning(instance);
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }
}

package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract at a real Kubernetes, given by system properties or the environment: {@code ENTENTE_LAB_KUBERNETES} is the
 * API server's address, {@code ENTENTE_LAB_KUBERNETES_CA} the file with its authority's certificate (PEM), {@code
 * ENTENTE_LAB_KUBERNETES_TOKEN} a token that may make namespaces and Deployments. It needs the image {@code
 * entente-lab/busybox:1} on its nodes.
 */
final class LabKubernetesIT extends SiteContract {
    private static final String IMAGE = "entente-lab/busybox:1";

    /** A namespace of its own, so that a run meets nothing that an earlier one left. */
    private final String account = "contract-" + UUID.randomUUID();

    private Optional<TrustedAuthority> trusted = Optional.empty();

    @BeforeAll
    void skipLoudlyWithoutLab(@TempDir Path folder) {
        boolean given = setting("ENTENTE_LAB_KUBERNETES").isPresent();
        if (!given) {
            System.out.println("SKIPPED: no real Kubernetes was tried, as ENTENTE_LAB_KUBERNETES is not set.");
        }
        assumeTrue(given, "ENTENTE_LAB_KUBERNETES is not set");
        trusted = setting("ENTENTE_LAB_KUBERNETES_CA")
                .map(certificate -> TrustedAuthority.install(Path.of(certificate), folder));
    }

    @AfterAll
    void endTheNamespace() {
        if (setting("ENTENTE_LAB_KUBERNETES").isPresent()) {
            cluster().deleteNamespace();
        }
        trusted.ifPresent(TrustedAuthority::remove);
    }

    @Override
    Technology technology() {
        return Technology.KUBERNETES;
    }

    @Override
    Endpoint endpoint() {
        return new Endpoint(
                URI.create(setting("ENTENTE_LAB_KUBERNETES").orElseThrow()),
                account,
                setting("ENTENTE_LAB_KUBERNETES_TOKEN").orElseThrow(),
                "");
    }

    @Override
    Workload workload() {
        return group(2);
    }

    @Override
    List<Workload> notOffered() {
        return List.of(
                Machines.tiny(),
                new Workload.ContainerGroup(" ", 1, new BigDecimal("0.05"), new BigDecimal("0.015625")));
    }

    @Override
    int count(InstanceId instance) {
        return cluster().count("entente-" + instance);
    }

    /** A pod's end takes its grace period of 30 seconds at most; a busy machine makes all of it slower. */
    @Override
    Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Test
    void podsOfAGroupGetExactlyWhatWasOrdered() {
        InstanceId instance = fresh();

        site().create(instance, group(2));
        awaitRunning(instance);

        List<Map<String, Map<String, String>>> resources = cluster().resources(instance);
        Map<String, String> ordered = Map.of("cpu", "50m", "memory", "16777216");
        assertThat(resources)
                .hasSize(2)
                .allSatisfy(container ->
                        assertThat(container).containsEntry("limits", ordered).containsEntry("requests", ordered));
    }

    @Test
    void endedGroupLeavesNoPodBehind() {
        InstanceId instance = fresh();
        site().create(instance, group(1));
        awaitRunning(instance);

        site().delete(instance);
        awaitAbsent(instance);

        await().atMost(patience())
                .untilAsserted(() -> assertThat(cluster().resources(instance)).isEmpty());
    }

    private PlainKubernetes cluster() {
        return new PlainKubernetes(endpoint());
    }

    private static Workload group(int replicas) {
        return new Workload.ContainerGroup(IMAGE, replicas, new BigDecimal("0.05"), new BigDecimal("0.015625"));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }
}

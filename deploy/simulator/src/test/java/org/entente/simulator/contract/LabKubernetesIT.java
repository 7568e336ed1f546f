package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.kubernetes.KubernetesSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.ApiVersions;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The contract at a real Kubernetes, given by system properties or the environment: {@code ENTENTE_LAB_KUBERNETES} is the
 * API server's address, {@code ENTENTE_LAB_KUBERNETES_CA} the file with its authority's certificate (PEM), {@code
 * ENTENTE_LAB_KUBERNETES_TOKEN} a token that may do what a broker needs. It needs the image {@code
 * entente-lab/busybox:1} on its nodes.
 */
final class LabKubernetesIT extends SiteContract {
    private static final Containers BUSYBOX = new Containers("entente-lab/busybox:1");

    /** An account of its own, so that a run meets nothing that an earlier one left. */
    private final String account = "contract-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    void skipLoudlyWithoutLab() {
        boolean given = setting("ENTENTE_LAB_KUBERNETES").isPresent();
        if (!given) {
            System.out.println("SKIPPED: no real Kubernetes was tried, as ENTENTE_LAB_KUBERNETES is not set.");
        }
        assumeTrue(given, "ENTENTE_LAB_KUBERNETES is not set");
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
                "",
                setting("ENTENTE_LAB_KUBERNETES_CA").map(LabKubernetesIT::read));
    }

    @Override
    Workload workload() {
        return BUSYBOX.group(2);
    }

    @Override
    List<Workload> notOffered() {
        return List.of(
                Machines.tiny(), new Containers(" ").group(1), BUSYBOX.complete(1, true, Optional.of("nowhere")));
    }

    @Override
    int count(InstanceId instance) {
        return cluster().count(instance);
    }

    /** A pod's end takes its grace period of 30 seconds at most; a busy machine makes all of it slower. */
    @Override
    Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Test
    void podsOfAGroupGetExactlyWhatWasOrdered() {
        InstanceId instance = fresh();

        site().create(instance, BUSYBOX.group(2));
        awaitRunning(instance);

        Map<String, String> ordered = Map.of("cpu", "50m", "memory", "16777216");
        assertThat(cluster().resources(instance))
                .hasSize(2)
                .allSatisfy(container ->
                        assertThat(container).containsEntry("limits", ordered).containsEntry("requests", ordered));
    }

    @Test
    void endedGroupLeavesNoPodBehind() {
        InstanceId instance = fresh();
        site().create(instance, BUSYBOX.group(1));
        awaitRunning(instance);

        site().delete(instance);
        awaitAbsent(instance);

        await().atMost(patience())
                .untilAsserted(() -> assertThat(cluster().resources(instance)).isEmpty());
    }

    @Test
    void stableGroupKeepsItsVolumesWhileItStandsStillAndTakesThemAlong() {
        InstanceId instance = fresh();

        site().create(instance, BUSYBOX.complete(2, true, Optional.empty()));
        awaitRunning(instance);
        List<String> volumes = volumes(instance);
        assertThat(volumes).hasSize(2).doesNotContainNull();
        site().stop(instance);
        awaitSeen(instance, Observation.Stopped.class);
        site().start(instance);
        awaitRunning(instance);
        assertThat(volumes(instance)).isEqualTo(volumes);

        assertThat(published(instance)).matches("192\\.0\\.2\\.10:3[0-9]{4}");
        site().delete(instance);
        awaitAbsent(instance);
        site().delete(instance);
        assertNothingIsLeft(instance);
    }

    @Test
    void groupWithAVolumeGetsSmallerAndLarger() {
        InstanceId instance = fresh();
        site().create(instance, BUSYBOX.complete(2, true, Optional.empty()));
        awaitRunning(instance);

        await().atMost(patience()).until(() -> site().resize(instance, BUSYBOX.complete(1, true, Optional.empty())));

        await().atMost(patience())
                .untilAsserted(() -> assertThat(volumes(instance)).hasSize(1));
        await().atMost(patience()).until(() -> site().resize(instance, BUSYBOX.complete(2, true, Optional.empty())));
        assertThat(volumes(instance)).hasSize(2);
    }

    @Test
    void imageThatIsNowhereAndContainerThatEndsAreSeenEarly() {
        InstanceId missing = fresh();
        InstanceId crashing = fresh();

        site().create(missing, new Containers("entente-lab/nowhere:1").group(1));
        site().create(crashing, BUSYBOX.running("/bin/false"));
        awaitSeen(missing, Observation.Failed.class);
        awaitSeen(crashing, Observation.Failed.class);

        assertThat(site().observe(missing).toString()).contains("IMAGE_NOT_PULLED: ", "entente-lab/nowhere:1");
        assertThat(site().observe(crashing).toString()).contains("CRASH_LOOP: ", "exit code 1");
    }

    @Test
    void kubeletsTellWhatEachPodUses() {
        InstanceId instance = fresh();
        site().create(instance, BUSYBOX.group(2));
        awaitRunning(instance);

        await().atMost(patience())
                .untilAsserted(() -> assertThat(((KubernetesSite) site())
                                .use().stream().filter(use -> use.instance().equals(instance)))
                        .hasSize(2)
                        .allSatisfy(use -> {
                            assertThat(use.cpuNanos())
                                    .hasValueSatisfying(
                                            nanos -> assertThat(nanos).isPositive());
                            assertThat(use.memoryBytes())
                                    .hasValueSatisfying(
                                            bytes -> assertThat(bytes).isPositive());
                        }));
    }

    @Test
    void probeTellsWhatTheReleaseHasAndLacks() {
        SiteCapabilities seen = site().probe();

        assertThat(seen.apis())
                .contains(new ApiVersions("apps", "v1", "v1"), new ApiVersions("policy", "v1beta1", "v1beta1"));
        assertThat(seen.apis().stream().map(ApiVersions::name)).doesNotContain("metrics.k8s.io", "kubevirt.io");
        assertThat(seen.virtualMachines()).isFalse();
        assertThat(seen.architectures()).isPresent();
        assertThat(seen.storage().preferred()).contains("standard");
        assertThat(seen.capacity().largest().memoryGib()).isPresent();
        assertThat(seen.missing()).isEmpty();
    }

    @Test
    void whatItsAuthorityDoesNotVouchForIsNotTrusted() {
        Endpoint known = endpoint();
        Endpoint usual = new Endpoint(known.address(), known.account(), known.secret(), "");

        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() -> at(usual).probe())
                .withMessageContaining("does not vouch");
    }

    private List<String> volumes(InstanceId instance) {
        return cluster().of(instance, PlainKubernetes.CLAIMS).getList("items.spec.volumeName");
    }

    private String published(InstanceId instance) {
        return site().observe(instance) instanceof Observation.Running running
                ? running.address().orElse("")
                : "";
    }

    private void assertNothingIsLeft(InstanceId instance) {
        await().atMost(patience())
                .untilAsserted(() -> assertThat(
                                List.of(PlainKubernetes.NAMESPACES, PlainKubernetes.CLAIMS, PlainKubernetes.SERVICES))
                        .allSatisfy(
                                kind -> assertThat(cluster().of(instance, kind).getList("items"))
                                        .as(kind)
                                        .isEmpty()));
    }

    private PlainKubernetes cluster() {
        return new PlainKubernetes(endpoint());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }
}

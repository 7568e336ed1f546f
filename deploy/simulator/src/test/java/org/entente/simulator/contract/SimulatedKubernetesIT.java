package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.entente.simulator.process.RunningSimulator;
import org.junit.jupiter.api.Test;

final class SimulatedKubernetesIT extends SimulatedSiteContract {
    private static final Containers NGINX = new Containers("nginx:1.27");

    private final Endpoint endpoint;

    SimulatedKubernetesIT(RunningSimulator simulator) {
        super(simulator, "contract-kubernetes");
        this.endpoint =
                new Endpoint(simulator.address().resolve("/kubernetes/contract-kubernetes"), "alba", "simulator", "");
    }

    @Override
    Technology technology() {
        return Technology.KUBERNETES;
    }

    @Override
    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    Workload workload() {
        return NGINX.group(2);
    }

    @Override
    List<Workload> notOffered() {
        return List.of(Machines.tiny(), new Containers(" ").group(1), NGINX.complete(1, true, Optional.of("nowhere")));
    }

    @Override
    int count(InstanceId instance) {
        return cluster().count(instance);
    }

    @Test
    void groupGetsExactlyWhatWasOrdered() {
        InstanceId instance = fresh();

        site().create(instance, NGINX.group(3));

        assertThat(cluster().of(instance, PlainKubernetes.DEPLOYMENTS).getInt("items[0].spec.replicas"))
                .isEqualTo(3);
        Map<String, String> ordered = Map.of("cpu", "50m", "memory", "16777216");
        assertThat(cluster().resources(instance))
                .hasSize(3)
                .allSatisfy(container ->
                        assertThat(container).containsEntry("limits", ordered).containsEntry("requests", ordered));
    }

    @Test
    void groupWhoseImageIsNowhereFailsWithTheReasonBeforeItsDeadline() {
        simulator().turn(siteName(), Map.of("delayMillis", 3_600_000));
        InstanceId instance = fresh();

        site().create(instance, new Containers("nginx:missing").group(1));

        assertThat(site().observe(instance))
                .isInstanceOfSatisfying(
                        Observation.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("IMAGE_NOT_PULLED: ")
                                .contains("nginx:missing"));
        simulator().turn(siteName(), Map.of());
    }

    @Test
    void groupThatEndsAgainAndAgainFailsWithItsExitCode() {
        InstanceId instance = fresh();

        site().create(instance, new Containers("nginx:crashing").group(1));

        assertThat(site().observe(instance))
                .isInstanceOfSatisfying(
                        Observation.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("CRASH_LOOP: ")
                                .contains("exit code 1"));
    }

    @Test
    void stableGroupHasItsVolumesEachAndTakesThemAlong() {
        InstanceId instance = fresh();

        site().create(instance, NGINX.complete(2, true, Optional.empty()));
        awaitRunning(instance);

        assertThat(cluster().of(instance, PlainKubernetes.STATEFUL_SETS).getList("items"))
                .hasSize(1);
        assertThat(cluster().of(instance, PlainKubernetes.CLAIMS).<String>getList("items.metadata.name"))
                .containsExactlyInAnyOrder("data-workload-0", "data-workload-1");
        site().delete(instance);
        awaitAbsent(instance);
        site().delete(instance);
        assertNothingIsLeft(instance);
    }

    @Test
    void groupsThatAreAlikeShareTheirVolumes() {
        InstanceId instance = fresh();

        site().create(instance, NGINX.complete(2, false, Optional.of("standard")));
        awaitRunning(instance);

        assertThat(cluster().of(instance, PlainKubernetes.CLAIMS).<String>getList("items.spec.accessModes[0]"))
                .containsExactly("ReadWriteMany");
    }

    @Test
    void onlyPublishedPortsAreOpenAndTheQuotaIsWhatWasOrderedTwice() {
        InstanceId instance = fresh();

        site().create(instance, NGINX.complete(1, false, Optional.empty()));
        awaitRunning(instance);

        assertThat(site().observe(instance))
                .isInstanceOfSatisfying(
                        Observation.Running.class,
                        running -> assertThat(running.address().orElseThrow()).matches("192\\.0\\.2\\.1:3[0-9]{4}"));
        assertThat(cluster()
                        .of(instance, PlainKubernetes.POLICIES)
                        .<Integer>getList("items[0].spec.ingress.ports.flatten().port")
                        .stream()
                        .filter(port -> port != null))
                .containsExactly(8080);
        assertThat(cluster().of(instance, PlainKubernetes.QUOTAS).<String, String>getMap("items[0].spec.hard"))
                .containsEntry("pods", "2")
                .containsEntry("limits.cpu", "200m")
                .containsEntry("persistentvolumeclaims", "1");
    }

    @Test
    void resizedGroupHasItsNewSizeWhenThatIsTold() {
        InstanceId instance = fresh();
        site().create(instance, NGINX.group(1));
        awaitRunning(instance);
        Workload larger = NGINX.group(3, new BigDecimal("0.03125"));

        await().atMost(patience()).until(() -> site().resize(instance, larger));

        assertThat(cluster().resources(instance))
                .hasSize(3)
                .allSatisfy(container -> assertThat(container.get("limits")).containsEntry("memory", "33554432"));
    }

    @Test
    void whatComesTooEarlyForAnEndingNamespaceMayBeAskedAgain() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);
        site().delete(instance);
        awaitAbsent(instance);
        simulator().turn(siteName(), Map.of("delayMillis", 1000));
        site().delete(instance);

        assertRefused(SiteException.Code.UNREACHABLE, () -> site().create(instance, workload()));

        simulator().turn(siteName(), Map.of());
        await().atMost(patience())
                .ignoreExceptionsInstanceOf(SiteException.class)
                .untilAsserted(() -> {
                    site().create(instance, workload());
                    assertThat(count(instance)).isEqualTo(1);
                });
    }

    @Test
    void probeFollowsDiscovery() {
        SiteCapabilities seen = site().probe();

        assertThat(seen.apis()).contains(new SiteCapabilities.ApiVersions("apps", "v1", "v1"));
        assertThat(seen.architectures()).contains(List.of("amd64"));
        assertThat(seen.gpus()).contains(List.of());
        assertThat(seen.storage().preferred()).contains("standard");
        assertThat(seen.networking().ingressClasses()).contains(List.of("nginx"));
        assertThat(seen.capacity().largest().vcpu()).isPresent();
        assertThat(seen.missing()).isEmpty();
    }

    private void assertNothingIsLeft(InstanceId instance) {
        await().atMost(patience())
                .untilAsserted(() -> assertThat(List.of(
                                PlainKubernetes.NAMESPACES,
                                PlainKubernetes.CLAIMS,
                                PlainKubernetes.SERVICES,
                                PlainKubernetes.QUOTAS,
                                PlainKubernetes.POLICIES))
                        .allSatisfy(
                                kind -> assertThat(cluster().of(instance, kind).getList("items"))
                                        .as(kind)
                                        .isEmpty()));
    }

    private PlainKubernetes cluster() {
        return new PlainKubernetes(endpoint);
    }
}

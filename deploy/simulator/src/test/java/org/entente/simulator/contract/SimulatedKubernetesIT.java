package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Workload;
import org.entente.simulator.process.RunningSimulator;
import org.junit.jupiter.api.Test;

final class SimulatedKubernetesIT extends SimulatedSiteContract {
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
        return group("nginx:1.27", 2);
    }

    @Override
    List<Workload> notOffered() {
        return List.of(Machines.tiny(), group(" ", 1));
    }

    @Override
    int count(InstanceId instance) {
        List<String> names = simulator()
                .call()
                .header("Authorization", "Bearer simulator")
                .get(endpoint.address() + "/apis/apps/v1/namespaces/alba-entente/deployments")
                .path("items.metadata.name");
        return (int) names.stream().filter(("entente-" + instance)::equals).count();
    }

    @Test
    void groupGetsExactlyWhatWasOrdered() {
        InstanceId instance = fresh();

        site().create(instance, group("nginx:1.27", 3));

        var deployment = simulator()
                .call()
                .header("Authorization", "Bearer simulator")
                .get(endpoint.address() + "/apis/apps/v1/namespaces/alba-entente/deployments/entente-" + instance)
                .jsonPath();
        assertThat(deployment.getInt("spec.replicas")).isEqualTo(3);
        assertThat(deployment.getString("metadata.labels.'entente.io/instance'"))
                .isEqualTo(instance.value());
        assertThat(deployment.getMap("spec.template.spec.containers[0].resources.limits"))
                .isEqualTo(deployment.getMap("spec.template.spec.containers[0].resources.requests"))
                .containsEntry("cpu", "250m")
                .containsEntry("memory", "536870912");
    }

    @Test
    void groupThatNeverGetsReadyFailsWithTheReason() {
        InstanceId instance = fresh();

        site().create(instance, group("nginx:missing", 1));

        await().atMost(patience())
                .until(() -> site().observe(instance) instanceof Observation.Failed failed
                        && failed.reason().contains("timed out progressing"));
    }

    private static Workload group(String image, int replicas) {
        return new Workload.ContainerGroup(image, replicas, new BigDecimal("0.25"), new BigDecimal("0.5"));
    }
}

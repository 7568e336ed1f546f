package org.entente.broker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.Test;

final class GroupStatusTest {
    @Test
    void runsOnlyWhenAllReplicasOfTheLatestSpecificationAreReady() {
        assertThat(observed(2, "observedGeneration: 2, readyReplicas: 3"))
                .isEqualTo(new Observation.Running(Optional.empty()));
        assertThat(observed(2, "observedGeneration: 2, readyReplicas: 2")).isEqualTo(new Observation.Building());
        assertThat(observed(2, "observedGeneration: 1, readyReplicas: 3")).isEqualTo(new Observation.Building());
        assertThat(observed(2, "observedGeneration: 2")).isEqualTo(new Observation.Building());
        assertThat(observed(1, "")).isEqualTo(new Observation.Building());
    }

    @Test
    void passedDeadlineFailsWithItsReason() {
        assertThat(observed(
                        1,
                        "observedGeneration: 1, conditions: [{type: Progressing, status: 'False',"
                                + " reason: ProgressDeadlineExceeded, message: timed out}]"))
                .isEqualTo(new Observation.Failed("DEADLINE_PASSED: timed out"));
    }

    @Test
    void quotaOfTheClustersFailsAtOnceAndOurOwnOnlyWithTheDeadline() {
        String late = "{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: timed out}";

        assertThat(refused("pods is forbidden: exceeded quota: site, requested"))
                .isEqualTo(new Observation.Failed("EXHAUSTED: pods is forbidden: exceeded quota: site, requested"));
        assertThat(refused("exceeded quota: entente, requested")).isEqualTo(new Observation.Building());
        assertThat(refused("exceeded quota: entente, requested", late))
                .isEqualTo(new Observation.Failed("DEADLINE_PASSED: exceeded quota: entente, requested"));
    }

    private static Observation refused(String message, String... others) {
        String refused = "{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: '" + message + "'}";
        return observed(
                1,
                "observedGeneration: 1, conditions: [" + String.join(", ", refused, String.join(", ", others)) + "]");
    }

    @Test
    void deploymentThatIsBeingDeletedIsEnding() {
        Deployment deployment = deployment(1, "observedGeneration: 1, readyReplicas: 3");
        deployment.getMetadata().setDeletionTimestamp("2026-03-01T10:00:00Z");

        assertThat(observed(deployment)).isEqualTo(new Observation.Ending());
    }

    @Test
    void orderedAmountsAreRequestAndLimitRoundedUp() {
        var group = new Workload.ContainerGroup("nginx:1.27", 2, new BigDecimal("0.0001"), new BigDecimal("0.1"));
        var mark = new Mark("alba", new InstanceId("one"));

        Deployment deployment = (Deployment) GroupObjects.of(mark, group).getLast();

        var resources = deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getResources();
        assertThat(resources.getLimits())
                .isEqualTo(resources.getRequests())
                .containsEntry("cpu", new Quantity("1m"))
                .containsEntry("memory", new Quantity("107374183"));
    }

    @Test
    void capacityCountsTheNodesThatTakePodsAndWhatTheirPodsLeave() {
        List<Node> nodes = List.of(
                node("spec: {}", "{cpu: 3920m, memory: 1048576Ki, pods: '2'}"),
                node("spec: {}", "{cpu: '4', memory: 2Gi}"),
                node("spec: {unschedulable: true}", "{cpu: '64', memory: 64Gi}"),
                node("spec: {taints: [{key: k, effect: NoSchedule}]}", "{cpu: '64', memory: 64Gi}"));

        SiteCapabilities.Capacity seen = NodeRoom.capacity(nodes, Optional.of(List.of()));

        assertThat(seen.total()).isEqualTo(Amounts.of(new BigDecimal("7.92"), new BigDecimal("3")));
        assertThat(seen.free()).isEqualTo(seen.total());
        assertThat(seen.largest()).isEqualTo(Amounts.of(new BigDecimal("4"), new BigDecimal("2")));
        assertThat(NodeRoom.capacity(nodes, Optional.empty()).free()).isEqualTo(Amounts.UNKNOWN);
    }

    @Test
    void fullNodeHasNothingLeft() {
        Pod pod = Serialization.unmarshal("""
                kind: Pod
                apiVersion: v1
                metadata: {name: p}
                spec: {nodeName: n, containers: [{name: c, resources: {requests: {cpu: 500m}}}]}
                """, Pod.class);

        assertThat(NodeRoom.capacity(
                                List.of(node("spec: {}", "{cpu: '4', memory: 2Gi, pods: '2'}")),
                                Optional.of(List.of(pod)))
                        .free())
                .isEqualTo(Amounts.of(new BigDecimal("3.5"), new BigDecimal("2")));
        assertThat(NodeRoom.capacity(
                                List.of(node("spec: {}", "{cpu: '4', memory: 2Gi, pods: '1'}")),
                                Optional.of(List.of(pod)))
                        .largest())
                .isEqualTo(Amounts.of(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Test
    void capacityIsUnknownWhenANodeDoesNotTell() {
        assertThat(NodeRoom.capacity(List.of(node("spec: {}", "{cpu: '4'}")), Optional.empty()))
                .isEqualTo(SiteCapabilities.Capacity.UNKNOWN);
    }

    @Test
    void gpusAreCountedByVendorAndModel() {
        Node labelled = node("spec: {}", "{cpu: '4', nvidia.com/gpu: '2', nvidia.com/gpu.memory: '40'}");
        labelled.getMetadata().setLabels(Map.of("nvidia.com/gpu.product", "NVIDIA-L4"));
        Node plain = node("spec: {}", "{cpu: '4', amd.com/gpu: '1'}");

        assertThat(NodeHardware.gpus(List.of(labelled, labelled, plain)))
                .containsExactly(
                        new SiteCapabilities.Gpu("AMD", "amd.com/gpu", 1),
                        new SiteCapabilities.Gpu("NVIDIA", "NVIDIA-L4", 4));
    }

    @Test
    void versionsAreOrderedByStability() {
        assertThat(List.of("v1", "v2beta2", "v1alpha1", "v2", "v1beta1").stream()
                        .sorted(ApiVersionOrder.OLDEST_FIRST))
                .containsExactly("v1alpha1", "v1beta1", "v2beta2", "v1", "v2");
    }

    private static Node node(String spec, String allocatable) {
        return Serialization.unmarshal(
                "apiVersion: v1\nkind: Node\nmetadata: {name: n}\n" + spec + "\nstatus: {allocatable: " + allocatable
                        + "}",
                Node.class);
    }

    private static Observation observed(long generation, String status) {
        return observed(deployment(generation, status));
    }

    private static Observation observed(Deployment deployment) {
        return GroupStatus.of(Group.of(deployment).orElseThrow()).observation();
    }

    private static Deployment deployment(long generation, String status) {
        return Serialization.unmarshal(
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: one, generation: " + generation
                        + "}\nspec: {replicas: 3}\nstatus: {" + status + "}",
                Deployment.class);
    }
}

package org.entente.broker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.Test;

final class DeploymentObservationTest {
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
                .isEqualTo(new Observation.Failed("timed out"));
    }

    @Test
    void podsThatCouldNotBeMadeAreTheReasonOnceTheDeadlinePassed() {
        String refused = "{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: exceeded quota}";

        assertThat(observed(1, "observedGeneration: 1, conditions: [" + refused + "]"))
                .isEqualTo(new Observation.Building());
        assertThat(observed(
                        1,
                        "observedGeneration: 1, conditions: [{type: Progressing, status: 'False',"
                                + " reason: ProgressDeadlineExceeded, message: timed out}, " + refused + "]"))
                .isEqualTo(new Observation.Failed("exceeded quota"));
    }

    @Test
    void deploymentThatIsBeingDeletedIsEnding() {
        Deployment deployment = deployment(1, "observedGeneration: 1, readyReplicas: 3");
        deployment.getMetadata().setDeletionTimestamp("2026-03-01T10:00:00Z");

        assertThat(DeploymentObservation.of(deployment)).isEqualTo(new Observation.Ending());
    }

    @Test
    void orderedAmountsAreRequestAndLimitRoundedUp() {
        var group = new Workload.ContainerGroup("nginx:1.27", 2, new BigDecimal("0.0001"), new BigDecimal("0.1"));

        var container = GroupDeployment.of("alba-entente", new InstanceId("one"), group)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();

        assertThat(container.getResources().getLimits())
                .isEqualTo(container.getResources().getRequests())
                .containsEntry("cpu", new Quantity("1m"))
                .containsEntry("memory", new Quantity("107374183"));
    }

    @Test
    void totalsCountTheNodesThatTakePods() {
        List<Node> nodes = List.of(
                node("spec: {}", "{cpu: 3920m, memory: 1048576Ki}"),
                node("spec: {}", "{cpu: '4', memory: 2Gi}"),
                node("spec: {unschedulable: true}", "{cpu: '64', memory: 64Gi}"));

        assertThat(NodeTotals.sum(nodes)).contains(new NodeTotals(new BigDecimal("7.92"), new BigDecimal("3")));
    }

    @Test
    void totalsAreUnknownWhenANodeDoesNotTell() {
        assertThat(NodeTotals.sum(List.of(node("spec: {}", "{cpu: '4'}")))).isEmpty();
    }

    private static Node node(String spec, String allocatable) {
        return Serialization.unmarshal(
                "apiVersion: v1\nkind: Node\nmetadata: {name: n}\n" + spec + "\nstatus: {allocatable: " + allocatable
                        + "}",
                Node.class);
    }

    private static Observation observed(long generation, String status) {
        return DeploymentObservation.of(deployment(generation, status));
    }

    private static Deployment deployment(long generation, String status) {
        return Serialization.unmarshal(
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: one, generation: " + generation
                        + "}\nspec: {replicas: 3}\nstatus: {" + status + "}",
                Deployment.class);
    }
}

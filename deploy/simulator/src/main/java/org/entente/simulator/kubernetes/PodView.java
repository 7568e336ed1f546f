package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The pods that a controller would have made: they follow from their Deployment or StatefulSet. */
final class PodView {
    private static final int CRASHES = 3;

    private PodView() {}

    static List<ObjectNode> of(SimulatedObject group, List<ClusterShape.Node> nodes, Instant now) {
        return IntStream.range(0, group.replicas())
                .mapToObj(number -> pod(group, number, nodes.get(number % nodes.size()), now))
                .toList();
    }

    private static ObjectNode pod(SimulatedObject group, int number, ClusterShape.Node node, Instant now) {
        ObjectNode pod = group.manifest().objectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata")
                .put("name", group.name() + "-" + number)
                .put("namespace", group.namespace())
                .put("creationTimestamp", MetadataView.time(group.createdAt()));
        metadata.set(
                "labels", group.manifest().at("/spec/template/metadata/labels").deepCopy());
        ObjectNode spec = pod.putObject("spec").put("nodeName", node.name());
        spec.set(
                "containers",
                group.manifest().at("/spec/template/spec/containers").deepCopy());
        boolean ready = group.readyReplicasAt(now) > 0;
        ObjectNode status = pod.putObject("status")
                .put("phase", ready ? "Running" : "Pending")
                .put("hostIP", "192.0.2.1");
        var statuses = status.putArray("containerStatuses");
        for (JsonNode container : spec.path("containers")) {
            ObjectNode told = statuses.addObject()
                    .put("name", container.path("name").asText())
                    .put("image", container.path("image").asText())
                    .put("ready", ready)
                    .put("restartCount", group.crashes() ? CRASHES : 0);
            state(told, group, container, ready);
        }
        return pod;
    }

    private static void state(ObjectNode told, SimulatedObject group, JsonNode container, boolean ready) {
        ObjectNode state = told.putObject("state");
        if (ready) {
            state.putObject("running").put("startedAt", MetadataView.time(group.readyAt()));
        } else if (!group.canBePulled()) {
            state.putObject("waiting")
                    .put("reason", "ImagePullBackOff")
                    .put(
                            "message",
                            "Back-off pulling image \""
                                    + container.path("image").asText() + "\"");
        } else if (group.crashes()) {
            state.putObject("waiting").put("reason", "CrashLoopBackOff").put("message", "back-off 20s restarting");
            told.withObject("/lastState/terminated")
                    .put("exitCode", 1)
                    .put("reason", "Error")
                    .put("finishedAt", MetadataView.time(group.createdAt()));
        } else {
            state.putObject("waiting").put("reason", "ContainerCreating");
        }
    }
}

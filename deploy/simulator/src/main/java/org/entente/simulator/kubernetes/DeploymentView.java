package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A Deployment as the API server shows it: what was applied, with the server's metadata and the controller's status. */
final class DeploymentView {
    private DeploymentView() {}

    static ObjectNode of(SimulatedDeployment deployment, Instant now) {
        ObjectNode view = deployment.manifest().deepCopy();
        ObjectNode metadata = view.withObject("/metadata")
                .put("uid", deployment.uid())
                .put("resourceVersion", String.valueOf(deployment.resourceVersion()))
                .put("generation", deployment.generation())
                .put("creationTimestamp", MetadataView.time(deployment.createdAt()));
        deployment.deletedAt().ifPresent(deletedAt -> {
            metadata.put("deletionTimestamp", MetadataView.time(deletedAt)).put("deletionGracePeriodSeconds", 0);
            metadata.putArray("finalizers").add("foregroundDeletion");
        });
        view.set("status", status(deployment, now));
        return view;
    }

    private static ObjectNode status(SimulatedDeployment deployment, Instant now) {
        int ready = deployment.readyReplicasAt(now);
        ObjectNode status = deployment.manifest().objectNode();
        status.put("observedGeneration", deployment.generation())
                .put("replicas", deployment.replicas())
                .put("updatedReplicas", deployment.replicas());
        // Kubernetes leaves out what is zero.
        if (ready > 0) {
            status.put("readyReplicas", ready).put("availableReplicas", ready);
        } else {
            status.put("unavailableReplicas", deployment.replicas());
        }
        ArrayNode conditions = status.putArray("conditions");
        if (ready > 0) {
            condition(
                    conditions,
                    "Available",
                    "True",
                    "MinimumReplicasAvailable",
                    "Deployment has minimum availability.");
            condition(
                    conditions,
                    "Progressing",
                    "True",
                    "NewReplicaSetAvailable",
                    replicaSet(deployment, "has successfully progressed."));
        } else {
            condition(
                    conditions,
                    "Available",
                    "False",
                    "MinimumReplicasUnavailable",
                    "Deployment does not have minimum availability.");
            progress(conditions, deployment, now);
        }
        return status;
    }

    private static void progress(ArrayNode conditions, SimulatedDeployment deployment, Instant now) {
        if (deployment.isSettledAt(now)) {
            condition(
                    conditions,
                    "Progressing",
                    "False",
                    "ProgressDeadlineExceeded",
                    replicaSet(deployment, "has timed out progressing."));
        } else {
            condition(
                    conditions, "Progressing", "True", "ReplicaSetUpdated", replicaSet(deployment, "is progressing."));
        }
    }

    private static String replicaSet(SimulatedDeployment deployment, String what) {
        return "ReplicaSet \"" + deployment.name() + "-" + deployment.uid().substring(0, 8) + "\" " + what;
    }

    private static void condition(ArrayNode conditions, String type, String status, String reason, String message) {
        conditions
                .addObject()
                .put("type", type)
                .put("status", status)
                .put("reason", reason)
                .put("message", message);
    }
}

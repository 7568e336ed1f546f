package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An object as the API server shows it: what was applied, with the server's metadata and the controller's status. */
final class ObjectView {
    private ObjectView() {}

    static ObjectNode of(SimulatedObject object, Instant now) {
        ObjectNode view = object.manifest().deepCopy();
        view.put("apiVersion", object.kind().apiVersion())
                .put("kind", object.kind().word());
        ObjectNode metadata = view.withObject("/metadata")
                .put("uid", object.uid())
                .put("resourceVersion", String.valueOf(object.resourceVersion()))
                .put("generation", object.generation())
                .put("creationTimestamp", MetadataView.time(object.createdAt()));
        object.deletedAt().ifPresent(deletedAt -> {
            metadata.put("deletionTimestamp", MetadataView.time(deletedAt)).put("deletionGracePeriodSeconds", 0);
            metadata.putArray("finalizers").add("foregroundDeletion");
        });
        if (object.kind() == ObjectKind.NAMESPACE) {
            view.putObject("status").put("phase", object.goneAt().isPresent() ? "Terminating" : "Active");
        } else if (object.kind().runsPods()) {
            view.set("status", status(object, now));
        }
        return view;
    }

    private static ObjectNode status(SimulatedObject object, Instant now) {
        int ready = object.readyReplicasAt(now);
        ObjectNode status = object.manifest().objectNode();
        status.put("observedGeneration", object.generation())
                .put("replicas", object.replicas())
                .put("updatedReplicas", object.replicas());
        // Kubernetes leaves out what is zero.
        if (ready > 0) {
            status.put("readyReplicas", ready).put("availableReplicas", ready);
        } else {
            status.put("unavailableReplicas", object.replicas());
        }
        if (object.kind() == ObjectKind.DEPLOYMENT) {
            conditions(status.putArray("conditions"), object, now);
        }
        return status;
    }

    private static void conditions(ArrayNode conditions, SimulatedObject deployment, Instant now) {
        if (deployment.readyReplicasAt(now) > 0) {
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
    }

    private static void progress(ArrayNode conditions, SimulatedObject deployment, Instant now) {
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

    private static String replicaSet(SimulatedObject deployment, String what) {
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

package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Optional;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;

/**
 * A Deployment's status in the broker's words. It runs when the controller has seen the latest specification and all
 * replicas are ready, and stands still when it has none; it failed when its progress deadline has passed. A group has no address of its own.
 */
final class DeploymentObservation {
    private DeploymentObservation() {}

    static Observation of(@Nullable Deployment deployment) {
        if (deployment == null) {
            return new Observation.Absent();
        }
        if (deployment.getMetadata() == null || deployment.getSpec() == null) {
            throw new SiteException(SiteException.Code.BROKEN, "The cluster answered a Deployment without content.");
        }
        if (deployment.getMetadata().getDeletionTimestamp() != null) {
            return new Observation.Ending();
        }
        DeploymentStatus status = deployment.getStatus();
        if (status == null || !isCurrent(deployment, status)) {
            return new Observation.Building();
        }
        if (count(deployment.getSpec().getReplicas()) == 0) {
            return count(status.getReplicas()) == 0
                    ? new Observation.Stopped(Optional.empty())
                    : new Observation.Building();
        }
        if (count(status.getReadyReplicas()) >= count(deployment.getSpec().getReplicas())) {
            return new Observation.Running(Optional.empty());
        }
        return deadlinePassed(status).<Observation>map(Observation.Failed::new).orElseGet(Observation.Building::new);
    }

    private static boolean isCurrent(Deployment deployment, DeploymentStatus status) {
        Long generation = deployment.getMetadata().getGeneration();
        Long observed = status.getObservedGeneration();
        return generation == null || (observed != null && observed >= generation);
    }

    /** The reason: why pods could not be made, if that was it, as the deadline's own message only says that it passed. */
    private static Optional<String> deadlinePassed(DeploymentStatus status) {
        return condition(status, "Progressing")
                .filter(progressing -> "ProgressDeadlineExceeded".equals(progressing.getReason()))
                .map(progressing -> condition(status, "ReplicaFailure")
                        .filter(failure -> "True".equals(failure.getStatus()))
                        .orElse(progressing))
                .map(condition -> condition.getMessage() == null
                        ? "The site reports " + condition.getReason() + "."
                        : condition.getMessage());
    }

    private static Optional<DeploymentCondition> condition(DeploymentStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static int count(@Nullable Integer replicas) {
        return replicas == null ? 0 : replicas;
    }
}

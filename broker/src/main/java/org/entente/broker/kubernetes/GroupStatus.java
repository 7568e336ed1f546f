package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.broker.site.Observation;
import org.jspecify.annotations.Nullable;

/**
 * How far a group is, in the broker's words. It runs when the controller has seen the latest specification and all
 * replicas are ready, and stands still when it has none; it failed when its progress deadline has passed, or when a quota
 * of the cluster's keeps its pods from being made.
 *
 * @param current whether the controller has seen the latest specification
 * @param pods those there are, of whatever specification
 * @param ready those of them that are ready
 * @param updated those of the latest specification
 */
record GroupStatus(
        boolean ending, boolean current, int wanted, int pods, int ready, int updated, Optional<Trouble> trouble) {

    static GroupStatus of(Group group) {
        boolean ending = group.object().getMetadata().getDeletionTimestamp() != null;
        Long generation = group.object().getMetadata().getGeneration();
        return switch (group) {
            case Group.Alike(Deployment deployment) ->
                ofDeployment(ending, group.replicas(), generation, deployment.getStatus());
            case Group.Stable(StatefulSet set) -> ofSet(ending, group.replicas(), generation, set.getStatus());
        };
    }

    private static GroupStatus ofDeployment(
            boolean ending, int wanted, @Nullable Long generation, @Nullable DeploymentStatus status) {
        return status == null
                ? unseen(ending, wanted)
                : new GroupStatus(
                        ending,
                        isCurrent(generation, status.getObservedGeneration()),
                        wanted,
                        count(status.getReplicas()),
                        count(status.getReadyReplicas()),
                        count(status.getUpdatedReplicas()),
                        trouble(status.getConditions()));
    }

    private static GroupStatus ofSet(
            boolean ending, int wanted, @Nullable Long generation, @Nullable StatefulSetStatus status) {
        if (status == null) {
            return unseen(ending, wanted);
        }
        // The controller of StatefulSets does not count what is updated when nothing is to be.
        boolean same = Objects.equals(status.getCurrentRevision(), status.getUpdateRevision());
        return new GroupStatus(
                ending,
                isCurrent(generation, status.getObservedGeneration()),
                wanted,
                count(status.getReplicas()),
                count(status.getReadyReplicas()),
                same ? count(status.getReplicas()) : count(status.getUpdatedReplicas()),
                Optional.empty());
    }

    Observation observation() {
        if (ending) {
            return new Observation.Ending();
        }
        if (!current) {
            return new Observation.Building();
        }
        if (wanted == 0) {
            return pods == 0 ? new Observation.Stopped(Optional.empty()) : new Observation.Building();
        }
        if (ready >= wanted) {
            return new Observation.Running(Optional.empty());
        }
        return trouble.<Observation>map(one -> new Observation.Failed(one.toString()))
                .orElseGet(Observation.Building::new);
    }

    /** Whether all its pods are of the latest specification, ready, and as many as wanted. */
    boolean isSettled() {
        return !ending && current && pods == wanted && ready == wanted && updated == wanted;
    }

    private static GroupStatus unseen(boolean ending, int wanted) {
        return new GroupStatus(ending, false, wanted, 0, 0, 0, Optional.empty());
    }

    private static boolean isCurrent(@Nullable Long generation, @Nullable Long observed) {
        return generation == null || (observed != null && observed >= generation);
    }

    /** The reason: why pods could not be made, if that was it, as the deadline's own message only says that it passed. */
    private static Optional<Trouble> trouble(List<DeploymentCondition> conditions) {
        Optional<String> refused = condition(conditions, "ReplicaFailure")
                .filter(failure -> "True".equals(failure.getStatus()))
                .map(GroupStatus::words);
        Optional<Trouble> exhausted = refused.flatMap(Trouble::ofQuota);
        return exhausted.isPresent()
                ? exhausted
                : condition(conditions, "Progressing")
                        .filter(progressing -> "ProgressDeadlineExceeded".equals(progressing.getReason()))
                        .map(progressing ->
                                new Trouble(Trouble.Code.DEADLINE_PASSED, refused.orElseGet(() -> words(progressing))));
    }

    private static Optional<DeploymentCondition> condition(List<DeploymentCondition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static String words(DeploymentCondition condition) {
        return condition.getMessage() == null
                ? "The site reports " + condition.getReason() + "."
                : condition.getMessage();
    }

    private static int count(@Nullable Integer replicas) {
        return replicas == null ? 0 : replicas;
    }
}

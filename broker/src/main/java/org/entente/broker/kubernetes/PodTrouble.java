package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a group's first pods from coming up, long before its deadline passes. Only what went wrong in the group's
 * first minutes counts, by the cluster's own times: a group that came up and has trouble later was not a failed start.
 */
final class PodTrouble {
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final int CRASHES = 2;

    private PodTrouble() {}

    static Optional<Trouble> of(@Nullable String groupMadeAt, List<Pod> pods) {
        if (groupMadeAt == null) {
            return Optional.empty();
        }
        Instant last = Instant.parse(groupMadeAt).plus(FIRST);
        return pods.stream()
                .filter(pod -> isBefore(pod.getMetadata().getCreationTimestamp(), last))
                .flatMap(PodTrouble::statuses)
                .flatMap(status -> of(status, last).stream())
                .findFirst();
    }

    private static Stream<ContainerStatus> statuses(Pod pod) {
        return pod.getStatus() == null ? Stream.empty() : pod.getStatus().getContainerStatuses().stream();
    }

    private static Optional<Trouble> of(ContainerStatus status, Instant last) {
        ContainerStateWaiting waiting =
                status.getState() == null ? null : status.getState().getWaiting();
        if (waiting == null || waiting.getReason() == null) {
            return Optional.empty();
        }
        String reason = waiting.getReason();
        int restarts = status.getRestartCount() == null ? 0 : status.getRestartCount();
        return switch (reason) {
            case "ErrImagePull",
                    "ImagePullBackOff",
                    "InvalidImageName",
                    "ErrImageNeverPull",
                    "ImageInspectError",
                    "RegistryUnavailable" ->
                Optional.of(trouble(Trouble.Code.IMAGE_NOT_PULLED, status, waiting))
                        .filter(any -> restarts == 0);
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
                Optional.of(trouble(Trouble.Code.CONTAINER_NOT_MADE, status, waiting))
                        .filter(any -> restarts == 0);
            case "CrashLoopBackOff" -> crash(status, restarts, last);
            default -> Optional.empty();
        };
    }

    private static Trouble trouble(Trouble.Code code, ContainerStatus status, ContainerStateWaiting waiting) {
        String words = waiting.getMessage() == null ? waiting.getReason() : waiting.getMessage();
        return new Trouble(code, "Container " + status.getName() + " (" + status.getImage() + "): " + words);
    }

    private static Optional<Trouble> crash(ContainerStatus status, int restarts, Instant last) {
        ContainerStateTerminated ended =
                status.getLastState() == null ? null : status.getLastState().getTerminated();
        if (ended == null || !isBefore(ended.getFinishedAt(), last) || restarts < CRASHES) {
            return Optional.empty();
        }
        return Optional.of(new Trouble(
                Trouble.Code.CRASH_LOOP,
                "Container " + status.getName() + " ended " + (restarts + 1)
                        + " times soon after its start, at last with the exit code " + ended.getExitCode() + "."));
    }

    private static boolean isBefore(@Nullable String time, Instant last) {
        return time != null && Instant.parse(time).isBefore(last);
    }
}

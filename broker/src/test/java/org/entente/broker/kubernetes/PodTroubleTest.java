package org.entente.broker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PodTroubleTest {
    private static final String MADE_AT = "2026-03-01T10:00:00Z";

    @Test
    void imageThatCannotBeHadIsTold() {
        assertThat(trouble(
                        "10:00:01",
                        "restartCount: 0, state: {waiting: {reason: ErrImagePull, message: manifest unknown}}"))
                .contains(
                        new Trouble(Trouble.Code.IMAGE_NOT_PULLED, "Container web (nginx:nowhere): manifest unknown"));
    }

    @Test
    void containerThatEndedAgainAndAgainSoonAfterItsStartIsTold() {
        String once = "restartCount: %d, state: {waiting: {reason: CrashLoopBackOff}},"
                + " lastState: {terminated: {exitCode: 3, finishedAt: '2026-03-01T%sZ'}}";

        assertThat(trouble("10:00:01", once.formatted(2, "10:01:00")))
                .contains(new Trouble(
                        Trouble.Code.CRASH_LOOP,
                        "Container web ended 3 times soon after its start, at last with the exit code 3."));
        assertThat(trouble("10:00:01", once.formatted(1, "10:01:00"))).isEmpty();
    }

    @Test
    void troubleOfAGroupThatCameUpBeforeIsNoFailedStart() {
        assertThat(trouble(
                        "10:00:01",
                        "restartCount: 9, state: {waiting: {reason: CrashLoopBackOff}},"
                                + " lastState: {terminated: {exitCode: 3, finishedAt: '2026-03-02T10:00:00Z'}}"))
                .isEmpty();
        assertThat(trouble("10:00:01", "restartCount: 1, state: {waiting: {reason: ErrImagePull}}"))
                .isEmpty();
        assertThat(trouble("12:00:01", "restartCount: 0, state: {waiting: {reason: ErrImagePull}}"))
                .isEmpty();
    }

    @Test
    void podThatIsBeingMadeIsNoTrouble() {
        assertThat(trouble("10:00:01", "restartCount: 0, state: {waiting: {reason: ContainerCreating}}"))
                .isEmpty();
        assertThat(trouble("10:00:01", "restartCount: 0, state: {running: {}}")).isEmpty();
    }

    private static Optional<Trouble> trouble(String podMadeAt, String container) {
        Pod pod = Serialization.unmarshal("""
                kind: Pod
                apiVersion: v1
                metadata: {name: p, creationTimestamp: '2026-03-01T%sZ'}
                status: {containerStatuses: [{name: web, image: 'nginx:nowhere', %s}]}
                """.formatted(podMadeAt, container), Pod.class);
        return PodTrouble.of(MADE_AT, List.of(pod));
    }
}

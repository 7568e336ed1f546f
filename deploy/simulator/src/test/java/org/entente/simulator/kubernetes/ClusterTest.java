package org.entente.simulator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entente.simulator.site.SettableClock;
import org.entente.simulator.site.SimulatedSite;
import org.entente.simulator.site.Switches;
import org.junit.jupiter.api.Test;

final class ClusterTest {
    private final SettableClock clock = new SettableClock();
    private final SimulatedSite site = SettableClock.site("lyon", 200);
    private final Cluster cluster = new Cluster(site, clock);

    @Test
    void deploymentLivesByTheClock() {
        namespace();
        cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(2, "nginx:1.27"));
        assertThat(progress()).isEqualTo("ReplicaSetUpdated");

        clock.forward(200);
        assertThat(progress()).isEqualTo("NewReplicaSetAvailable");
        assertThat(view().at("/status/readyReplicas").asInt()).isEqualTo(2);

        cluster.delete(ObjectKind.DEPLOYMENT, "alba", "web");
        assertThat(view().at("/metadata/deletionTimestamp").asText()).isNotEmpty();
        clock.forward(200);
        assertThatExceptionOfType(KubernetesFault.class).isThrownBy(this::view).matches(fault -> fault.status() == 404);
    }

    @Test
    void applyingTheSameChangesNothing() {
        namespace();
        Cluster.Applied first = cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(2, "nginx:1.27"));
        clock.forward(500);

        Cluster.Applied second = cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(2, "nginx:1.27"));

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.object()).isEqualTo(first.object());
    }

    @Test
    void anotherSpecificationIsAnotherGenerationThatTakesItsTime() {
        namespace();
        cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(2, "nginx:1.27"));
        clock.forward(500);

        cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(3, "nginx:1.27"));

        assertThat(view().at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(progress()).isEqualTo("ReplicaSetUpdated");
    }

    @Test
    void imageThatCannotBePulledPassesTheDeadline() {
        namespace();
        cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(1, "nginx:missing"));

        clock.forward(200);

        assertThat(progress()).isEqualTo("ProgressDeadlineExceeded");
        assertThat(view().at("/status").has("readyReplicas")).isFalse();
    }

    @Test
    void namespaceMustBeThere() {
        assertThatExceptionOfType(KubernetesFault.class)
                .isThrownBy(() -> cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(1, "nginx:1.27")))
                .matches(fault -> fault.status() == 404)
                .withMessage("namespaces \"alba\" not found");
    }

    @Test
    void usedUpQuotaForbidsMoreButNotAChange() {
        namespace();
        cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(1, "nginx:1.27"));
        site.turn(new Switches(200, 0, false, true));

        assertThat(cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(2, "nginx:1.27"))
                        .created())
                .isFalse();
        assertThatExceptionOfType(KubernetesFault.class)
                .isThrownBy(() -> cluster.apply(ObjectKind.DEPLOYMENT, "alba", "more", manifest(1, "nginx:1.27")))
                .matches(fault -> fault.status() == 403)
                .withMessageContaining("exceeded quota");
    }

    @Test
    void shapeFollowsFromTheName() {
        assertThat(ClusterShape.of(SettableClock.site("nice", 0)))
                .isEqualTo(ClusterShape.of(SettableClock.site("nice", 9)));
        for (int number = 0; number < 200; number++) {
            assertThat(ClusterShape.of(SettableClock.site("site-" + number, 0)).nodes())
                    .isNotEmpty();
        }
    }

    @Test
    void namespaceTakesAlongWhatIsInItAndTakesNothingNewMeanwhile() {
        namespace();
        cluster.apply(ObjectKind.DEPLOYMENT, "alba", "web", manifest(1, "nginx:1.27"));

        cluster.delete(ObjectKind.NAMESPACE, "", "alba");
        assertThatExceptionOfType(KubernetesFault.class)
                .isThrownBy(() -> cluster.apply(ObjectKind.DEPLOYMENT, "alba", "more", manifest(1, "nginx:1.27")))
                .matches(fault -> fault.status() == 403)
                .withMessageContaining("because it is being terminated");

        clock.forward(200);
        assertThat(cluster.objects(ObjectKind.DEPLOYMENT)).isEmpty();
    }

    private void namespace() {
        cluster.apply(ObjectKind.NAMESPACE, "", "alba", Manifest.named("alba"));
    }

    private ObjectNode view() {
        return ObjectView.of(cluster.object(ObjectKind.DEPLOYMENT, "alba", "web"), clock.instant());
    }

    private String progress() {
        return view().at("/status/conditions/1/reason").asText();
    }

    private static ObjectNode manifest(int replicas, String image) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.putObject("metadata").put("namespace", "alba").put("name", "web");
        ObjectNode spec = manifest.putObject("spec").put("replicas", replicas);
        spec.putObject("template")
                .putObject("spec")
                .putArray("containers")
                .addObject()
                .put("image", image);
        return manifest;
    }
}

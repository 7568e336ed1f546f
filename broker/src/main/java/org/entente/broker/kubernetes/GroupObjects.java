package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.Workload;

/** What a container group is made of at a cluster, in the order in which it is made: what runs it comes last. */
final class GroupObjects {
    static final String REPLICAS_ANNOTATION = "entente.io/replicas";
    private static final int LABEL_VALUE_MAX = 63;
    private static final int PROGRESS_DEADLINE_SECONDS = 300;

    private GroupObjects() {}

    /** @throws SiteException for what no cluster could run */
    static List<HasMetadata> of(Mark mark, Workload.ContainerGroup group) {
        check(mark, group);
        OrderedWorkload.ContainerGroup ordered = group.ordered();
        List<HasMetadata> objects = new ArrayList<>(InstanceNamespace.of(mark, group));
        if (ordered.stable() || !ordered.ports().isEmpty()) {
            objects.add(service(mark, ordered));
        }
        if (ordered.stable()) {
            objects.add(statefulSet(mark, ordered));
        } else {
            objects.addAll(GroupClaims.shared(mark, ordered));
            objects.add(deployment(mark, ordered));
        }
        return objects;
    }

    private static void check(Mark mark, Workload.ContainerGroup group) {
        if (mark.instance().value().length() > LABEL_VALUE_MAX) {
            throw new SiteException(
                    Code.NOT_OFFERED,
                    "Kubernetes takes an instance's id of at most 63 characters, but it was " + mark.instance() + ".");
        }
        // The API takes a blank name, and no kubelet could ever start it.
        if (group.ordered().containers().stream().anyMatch(one -> one.image().isBlank())) {
            throw new SiteException(
                    Code.NOT_OFFERED, "A container group needs the name of an image, but it was blank.");
        }
    }

    private static Deployment deployment(Mark mark, OrderedWorkload.ContainerGroup ordered) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(mark.namespace())
                .withName(Mark.WORKLOAD)
                .withLabels(mark.labels())
                .addToAnnotations(REPLICAS_ANNOTATION, String.valueOf(ordered.replicas()))
                .endMetadata()
                .withNewSpec()
                .withReplicas(ordered.replicas())
                .withProgressDeadlineSeconds(PROGRESS_DEADLINE_SECONDS)
                // A new pod could not have the volume while the old one holds it.
                .withNewStrategy()
                .withType(ordered.volumes().isEmpty() ? "RollingUpdate" : "Recreate")
                .endStrategy()
                .withNewSelector()
                .addToMatchLabels(mark.podSelector())
                .endSelector()
                .withTemplate(GroupPod.of(mark, ordered))
                .endSpec()
                .build();
    }

    private static StatefulSet statefulSet(Mark mark, OrderedWorkload.ContainerGroup ordered) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withNamespace(mark.namespace())
                .withName(Mark.WORKLOAD)
                .withLabels(mark.labels())
                .addToAnnotations(REPLICAS_ANNOTATION, String.valueOf(ordered.replicas()))
                .endMetadata()
                .withNewSpec()
                .withReplicas(ordered.replicas())
                .withServiceName(Mark.WORKLOAD)
                .withPodManagementPolicy("Parallel")
                .withNewSelector()
                .addToMatchLabels(mark.podSelector())
                .endSelector()
                .withTemplate(GroupPod.of(mark, ordered))
                .withVolumeClaimTemplates(GroupClaims.templates(mark, ordered))
                .endSpec()
                .build();
    }

    /**
     * The ports are opened at every node's own address, on numbers that the cluster chooses: an address of its own for each
     * group would be one that nobody pays for. Without ports it only gives names to the pods.
     */
    private static Service service(Mark mark, OrderedWorkload.ContainerGroup ordered) {
        boolean published = !ordered.ports().isEmpty();
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(mark.namespace())
                .withName(Mark.WORKLOAD)
                .withLabels(mark.labels())
                .endMetadata()
                .withNewSpec()
                .withType(published ? "NodePort" : "ClusterIP")
                .withClusterIP(published ? null : "None")
                .withSelector(mark.podSelector())
                .withPorts(ordered.ports().stream()
                        .distinct()
                        .map(GroupObjects::servicePort)
                        .toList())
                .endSpec()
                .build();
    }

    private static ServicePort servicePort(OrderedWorkload.Port port) {
        return new ServicePortBuilder()
                .withName(port.protocol().name().toLowerCase(Locale.ROOT) + "-" + port.number())
                .withPort(port.number())
                .withNewTargetPort(port.number())
                .withProtocol(port.protocol().name())
                .build();
    }
}

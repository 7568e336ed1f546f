package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;

/**
 * The Deployment of a container group. Each container gets exactly what was ordered, as request and as limit, because
 * that is what is paid for; a part of a thousandth processor or of a byte is rounded up. The containers get no
 * credentials of the cluster's API.
 */
final class GroupDeployment {
    static final String INSTANCE_LABEL = "entente.io/instance";
    static final String REPLICAS_ANNOTATION = "entente.io/replicas";
    static final String MANAGED_BY_LABEL = "app.kubernetes.io/managed-by";
    private static final int LABEL_VALUE_MAX = 63;
    private static final int PROGRESS_DEADLINE_SECONDS = 300;
    private static final BigDecimal BYTES_PER_GIB = BigDecimal.valueOf(1L << 30);

    private GroupDeployment() {}

    static String nameOf(InstanceId instance) {
        return "entente-" + instance;
    }

    static Deployment of(String namespace, InstanceId instance, Workload.ContainerGroup group) {
        if (instance.value().length() > LABEL_VALUE_MAX) {
            throw new SiteException(
                    SiteException.Code.NOT_OFFERED,
                    "Kubernetes takes an instance's id of at most 63 characters, but it was " + instance + ".");
        }
        // The API takes a blank name, and no kubelet could ever start it.
        if (group.ordered().containers().stream().anyMatch(one -> one.image().isBlank())) {
            throw new SiteException(
                    SiteException.Code.NOT_OFFERED, "A container group needs the name of an image, but it was blank.");
        }
        Map<String, String> labels = Map.of(INSTANCE_LABEL, instance.value(), MANAGED_BY_LABEL, "entente");
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(nameOf(instance))
                .withLabels(labels)
                .addToAnnotations(REPLICAS_ANNOTATION, String.valueOf(group.replicas()))
                .endMetadata()
                .withNewSpec()
                .withReplicas(group.replicas())
                .withProgressDeadlineSeconds(PROGRESS_DEADLINE_SECONDS)
                .withNewSelector()
                .addToMatchLabels(INSTANCE_LABEL, instance.value())
                .endSelector()
                .withTemplate(pod(labels, group))
                .endSpec()
                .build();
    }

    private static PodTemplateSpec pod(Map<String, String> labels, Workload.ContainerGroup group) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withContainers(group.ordered().containers().stream()
                        .map(GroupDeployment::container)
                        .toList())
                .endSpec()
                .build();
    }

    private static Container container(OrderedWorkload.Container ordered) {
        Map<String, Quantity> resources =
                Map.of("cpu", new Quantity(millis(ordered.vcpu())), "memory", new Quantity(bytes(ordered.memoryGib())));
        return new ContainerBuilder()
                .withName(ordered.name())
                .withImage(ordered.image())
                .withNewResources()
                .withRequests(resources)
                .withLimits(resources)
                .endResources()
                .build();
    }

    private static String millis(BigDecimal vcpu) {
        return vcpu.movePointRight(3).setScale(0, RoundingMode.CEILING).toPlainString() + "m";
    }

    private static String bytes(BigDecimal gib) {
        return gib.multiply(BYTES_PER_GIB).setScale(0, RoundingMode.CEILING).toPlainString();
    }
}

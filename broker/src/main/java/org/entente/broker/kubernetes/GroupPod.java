package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.Map;
import org.entente.agreements.document.OrderedWorkload;

/**
 * The pod of one group. Each container gets exactly what was ordered, as request and as limit, because that is what is
 * paid for. The containers get no credentials of the cluster's API.
 */
final class GroupPod {
    private GroupPod() {}

    static PodTemplateSpec of(Mark mark, OrderedWorkload.ContainerGroup ordered) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(mark.labels())
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withContainers(
                        ordered.containers().stream().map(GroupPod::container).toList())
                .withVolumes(ordered.stable() ? List.of() : shared(ordered.volumes()))
                .endSpec()
                .build();
    }

    static ResourceRequirements resources(OrderedWorkload.Container ordered) {
        Map<String, Quantity> amounts = Map.of(
                Quantities.CPU, Quantities.vcpu(ordered.vcpu()),
                Quantities.MEMORY, Quantities.gib(ordered.memoryGib()));
        return new ResourceRequirementsBuilder()
                .withRequests(amounts)
                .withLimits(amounts)
                .build();
    }

    private static Container container(OrderedWorkload.Container ordered) {
        return new ContainerBuilder()
                .withName(ordered.name())
                .withImage(ordered.image())
                .withCommand(ordered.command())
                .withEnv(ordered.environment().stream()
                        .map(variable -> new EnvVar(variable.name(), variable.value(), null))
                        .toList())
                .withPorts(ordered.ports().stream().map(GroupPod::port).toList())
                .withVolumeMounts(ordered.mounts().stream().map(GroupPod::mount).toList())
                .withResources(resources(ordered))
                .build();
    }

    private static ContainerPort port(OrderedWorkload.Port port) {
        return new ContainerPortBuilder()
                .withContainerPort(port.number())
                .withProtocol(port.protocol().name())
                .build();
    }

    private static VolumeMount mount(OrderedWorkload.Mount mount) {
        return new VolumeMountBuilder()
                .withName(mount.volume())
                .withMountPath(mount.path())
                .build();
    }

    private static List<Volume> shared(List<OrderedWorkload.Volume> volumes) {
        return volumes.stream()
                .map(volume -> new VolumeBuilder()
                        .withName(volume.name())
                        .withNewPersistentVolumeClaim()
                        .withClaimName(volume.name())
                        .endPersistentVolumeClaim()
                        .build())
                .toList();
    }
}

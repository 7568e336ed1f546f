package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.broker.site.SiteException;

/** What runs the pods of one instance, as it stands at the cluster. */
sealed interface Group {
    /** Pods that are alike. */
    record Alike(Deployment object) implements Group {}

    /** Pods that keep their names and volumes. */
    record Stable(StatefulSet object) implements Group {}

    HasMetadata object();

    /** Without content it is nothing that an API server answers. */
    static Optional<Group> of(HasMetadata object) {
        boolean whole = object.getMetadata() != null
                && switch (object) {
                    case Deployment deployment -> deployment.getSpec() != null;
                    case StatefulSet set -> set.getSpec() != null;
                    default -> false;
                };
        if (!whole) {
            throw new SiteException(
                    SiteException.Code.BROKEN, "The cluster answered a " + object.getKind() + " without content.");
        }
        return Optional.of(
                object instanceof Deployment deployment ? new Alike(deployment) : new Stable((StatefulSet) object));
    }

    default PodTemplateSpec template() {
        PodTemplateSpec template = switch (this) {
            case Alike(Deployment deployment) -> deployment.getSpec().getTemplate();
            case Stable(StatefulSet set) -> set.getSpec().getTemplate();
        };
        if (template == null || template.getSpec() == null) {
            throw new SiteException(SiteException.Code.BROKEN, "The cluster answered a group without its pods.");
        }
        return template;
    }

    default int replicas() {
        Integer replicas = switch (this) {
            case Alike(Deployment deployment) -> deployment.getSpec().getReplicas();
            case Stable(StatefulSet set) -> set.getSpec().getReplicas();
        };
        return replicas == null ? 1 : replicas;
    }

    /** How many were ordered, also while it stands still. */
    default int orderedReplicas() {
        return Optional.ofNullable(object().getMetadata().getAnnotations())
                .map(annotations -> annotations.get(GroupObjects.REPLICAS_ANNOTATION))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    /** Whether it publishes ports. */
    default boolean isPublished() {
        return template().getSpec().getContainers().stream()
                .anyMatch(container -> !container.getPorts().isEmpty());
    }

    /** The same with so many pods, to be applied. */
    default HasMetadata scaled(int replicas) {
        return switch (this) {
            case Alike(Deployment deployment) ->
                new DeploymentBuilder(deployment)
                        .withStatus(null)
                        .editMetadata()
                        .withManagedFields()
                        .withResourceVersion(null)
                        .endMetadata()
                        .editSpec()
                        .withReplicas(replicas)
                        .endSpec()
                        .build();
            case Stable(StatefulSet set) ->
                new StatefulSetBuilder(set)
                        .withStatus(null)
                        .editMetadata()
                        .withManagedFields()
                        .withResourceVersion(null)
                        .endMetadata()
                        .editSpec()
                        .withReplicas(replicas)
                        .endSpec()
                        .build();
        };
    }

    /** The same with the replicas and resources of another order, to be applied. What stands still goes on to. */
    default HasMetadata sized(OrderedWorkload.ContainerGroup ordered) {
        HasMetadata sized = scaled(replicas() == 0 ? 0 : ordered.replicas());
        sized.getMetadata().getAnnotations().put(GroupObjects.REPLICAS_ANNOTATION, String.valueOf(ordered.replicas()));
        Map<String, OrderedWorkload.Container> wanted = ordered.containers().stream()
                .collect(Collectors.toMap(OrderedWorkload.Container::name, Function.identity()));
        for (Container container : of(sized).orElseThrow().template().getSpec().getContainers()) {
            OrderedWorkload.Container of = wanted.get(container.getName());
            if (of == null) {
                throw new SiteException(
                        SiteException.Code.NOT_OFFERED,
                        "A container group keeps its containers: the one named " + container.getName()
                                + " would be missing.");
            }
            container.setResources(GroupPod.resources(of));
        }
        return sized;
    }
}

package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/** The container groups at one cluster, and what belongs to them. */
final class Groups {
    private static final long PODS_MAX = 500;

    private final ClusterConnection cluster;

    Groups(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    Optional<Group> find(Mark mark) {
        return cluster.call(client -> Stream.of(
                        client.apps().deployments().inNamespace(mark.namespace()),
                        client.apps().statefulSets().inNamespace(mark.namespace()))
                .map(kind -> kind.withName(Mark.WORKLOAD).get())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(Group::of));
    }

    /** What keeps a group that is not ready from getting so, where its pods or events tell. */
    Optional<Trouble> trouble(Mark mark, Group group) {
        List<Pod> pods = pods(mark);
        Optional<Trouble> ofPods = PodTrouble.of(group.object().getMetadata().getCreationTimestamp(), pods);
        return ofPods.isEmpty() && group instanceof Group.Stable && pods.size() < group.replicas()
                ? refusedPod(mark)
                : ofPods;
    }

    /** A StatefulSet says only in its events why it could not make a pod. */
    private Optional<Trouble> refusedPod(Mark mark) {
        return cluster
                .allowed(client -> client.v1()
                        .events()
                        .inNamespace(mark.namespace())
                        .list(new ListOptionsBuilder()
                                .withFieldSelector("reason=FailedCreate,involvedObject.kind=StatefulSet")
                                .withLimit(PODS_MAX)
                                .build())
                        .getItems())
                .orElse(List.of())
                .stream()
                .map(Event::getMessage)
                .filter(Objects::nonNull)
                .flatMap(message -> Trouble.ofQuota(message).stream())
                .findFirst();
    }

    private List<Pod> pods(Mark mark) {
        return cluster.call(client -> client.pods()
                .inNamespace(mark.namespace())
                .list(new ListOptionsBuilder()
                        .withLabelSelector(Mark.INSTANCE + "=" + mark.instance())
                        .withLimit(PODS_MAX)
                        .build())
                .getItems());
    }

    /** Where its published ports are reached: at any node, of which one that runs it is told. */
    Optional<String> address(Mark mark, Group group) {
        if (!group.isPublished()) {
            return Optional.empty();
        }
        Service service = cluster.call(client -> client.services()
                .inNamespace(mark.namespace())
                .withName(Mark.WORKLOAD)
                .get());
        if (service == null || service.getSpec() == null) {
            return Optional.empty();
        }
        Optional<String> host = pods(mark).stream()
                .filter(pod -> pod.getStatus() != null && pod.getStatus().getHostIP() != null)
                .map(pod -> pod.getStatus().getHostIP())
                .findFirst();
        return host.map(address -> service.getSpec().getPorts().stream()
                        .map(ServicePort::getNodePort)
                        .filter(Objects::nonNull)
                        .map(port -> address + ":" + port)
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }

    /** A claim of a class that is not there would wait for ever. */
    void checkVolumes(List<OrderedWorkload.Volume> volumes) {
        if (volumes.isEmpty()) {
            return;
        }
        Optional<List<StorageClass>> classes = cluster.allowed(
                client -> client.storage().v1().storageClasses().list().getItems());
        for (OrderedWorkload.Volume volume : volumes) {
            boolean there = classes.map(all -> all.stream()
                            .anyMatch(one -> volume.type()
                                    .map(name -> name.equals(one.getMetadata().getName()))
                                    .orElseGet(() -> ClusterProbe.isDefault(one))))
                    .orElse(true);
            if (!there) {
                throw new SiteException(
                        Code.NOT_OFFERED,
                        volume.type()
                                .map(name -> "The cluster has no storage class named " + name + ".")
                                .orElse("The cluster has no default storage class, so the volume " + volume.name()
                                        + " must name one."));
            }
        }
    }

    /** Ends the group, and everything that belongs to it once the group itself is gone. */
    void delete(Mark mark) {
        boolean ended = cluster.call(client -> Stream.of(
                                client.apps().deployments().inNamespace(mark.namespace()),
                                client.apps().statefulSets().inNamespace(mark.namespace()))
                        .map(kind -> kind.withName(Mark.WORKLOAD)
                                .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                                .delete())
                        .filter(deleted -> !deleted.isEmpty())
                        .count()
                > 0);
        if (!ended) {
            cluster.call(client -> endNamespace(client, mark));
        }
    }

    /** Claims, Services and all else go with the namespace. */
    private static boolean endNamespace(KubernetesClient client, Mark mark) {
        Namespace there = client.namespaces().withName(mark.namespace()).get();
        return mark.isOn(there)
                && there.getMetadata().getDeletionTimestamp() == null
                && !client.namespaces().withName(mark.namespace()).delete().isEmpty();
    }

    /** Lets the quota hold what the instance has and what it shall have. */
    void makeRoom(Mark mark, Map<String, Quantity> wanted) {
        ResourceQuota there = cluster.call(client -> client.resourceQuotas()
                .inNamespace(mark.namespace())
                .withName(Mark.MANAGER)
                .get());
        Map<String, Quantity> now =
                there == null || there.getSpec() == null || there.getSpec().getHard() == null
                        ? Map.of()
                        : there.getSpec().getHard();
        cluster.apply(InstanceNamespace.quota(mark, InstanceNamespace.most(now, wanted)));
    }

    /** A StatefulSet that got smaller leaves the claims of the pods that it no longer has. */
    void removeClaimsBeyond(Mark mark, int replicas) {
        cluster.call(client -> {
            var claims = client.persistentVolumeClaims().inNamespace(mark.namespace());
            claims.list().getItems().stream()
                    .filter(claim -> mark.isOn(claim) && GroupClaims.isBeyond(claim, replicas))
                    .forEach(claim ->
                            claims.withName(claim.getMetadata().getName()).delete());
            return true;
        });
    }
}

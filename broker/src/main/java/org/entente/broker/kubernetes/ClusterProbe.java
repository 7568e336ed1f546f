package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.ApiVersions;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;
import org.entente.broker.site.SiteException;

/** Asks a cluster what it can do. What our account may not see, or its version does not have, stays unknown. */
final class ClusterProbe {
    private static final ListOptions ALL = new ListOptionsBuilder().build();
    private static final ListOptions HOLDING = new ListOptionsBuilder()
            .withFieldSelector("status.phase!=Succeeded,status.phase!=Failed")
            .build();
    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";
    private static final String NETWORKING = "networking.k8s.io";
    private static final String KUBEVIRT = "kubevirt.io";

    private final ClusterConnection cluster;

    ClusterProbe(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    SiteCapabilities capabilities() {
        String release = release();
        List<ApiVersions> apis = apis();
        Optional<List<Node>> nodes = cluster.allowed(
                client -> ClusterConnection.pages(page -> client.nodes().list(page), ALL));
        return new SiteCapabilities(
                Technology.KUBERNETES,
                release,
                apis,
                List.of(),
                apis.stream().anyMatch(api -> api.name().equals(KUBEVIRT)),
                nodes.map(this::capacity).orElse(Capacity.UNKNOWN),
                nodes.flatMap(NodeHardware::architectures),
                nodes.map(NodeHardware::gpus),
                Images.UNKNOWN,
                storage(),
                networking(apis),
                Permissions.missing(cluster));
    }

    private String release() {
        VersionInfo version = cluster.call(client -> client.getKubernetesVersion());
        if (version == null || version.getGitVersion() == null) {
            throw new SiteException(SiteException.Code.BROKEN, "The cluster does not tell its version.");
        }
        return version.getGitVersion();
    }

    /** The core, which has no name of its own, is called so. */
    private List<ApiVersions> apis() {
        List<ApiVersions> apis = new ArrayList<>();
        apis.add(new ApiVersions("core", "v1", "v1"));
        for (APIGroup group : cluster.call(client -> client.getApiGroups().getGroups())) {
            List<String> versions = group.getVersions().stream()
                    .map(GroupVersionForDiscovery::getVersion)
                    .filter(version -> version != null && !version.isBlank())
                    .sorted(ApiVersionOrder.OLDEST_FIRST)
                    .toList();
            if (group.getName() != null && !versions.isEmpty()) {
                apis.add(new ApiVersions(group.getName(), versions.getFirst(), versions.getLast()));
            }
        }
        return apis;
    }

    private Capacity capacity(List<Node> nodes) {
        Optional<List<Pod>> pods = cluster.allowed(client ->
                ClusterConnection.pages(page -> client.pods().inAnyNamespace().list(page), HOLDING));
        return NodeRoom.capacity(nodes, pods);
    }

    private Storage storage() {
        Optional<List<StorageClass>> classes = cluster.allowed(client -> ClusterConnection.pages(
                page -> client.storage().v1().storageClasses().list(page), ALL));
        return new Storage(
                classes.map(ClusterProbe::names),
                classes.flatMap(all -> all.stream()
                        .filter(ClusterProbe::isDefault)
                        .map(one -> one.getMetadata().getName())
                        .findFirst()));
    }

    /** Classes of ingress came with networking.k8s.io/v1beta1 in 1.18, and as v1 in 1.19. */
    private Networking networking(List<ApiVersions> apis) {
        Optional<List<String>> ingress = apis.stream()
                .filter(api -> api.name().equals(NETWORKING) && api.highest().equals("v1"))
                .findFirst()
                .flatMap(api -> cluster.allowed(client -> names(ClusterConnection.pages(
                        page -> client.network().v1().ingressClasses().list(page), ALL))));
        return new Networking(Optional.empty(), Optional.empty(), ingress);
    }

    static boolean isDefault(StorageClass storage) {
        Map<String, String> annotations = storage.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(DEFAULT_CLASS));
    }

    private static List<String> names(List<? extends HasMetadata> objects) {
        return objects.stream().map(object -> object.getMetadata().getName()).toList();
    }
}

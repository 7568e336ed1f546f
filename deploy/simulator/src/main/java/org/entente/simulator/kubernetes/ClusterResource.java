package org.entente.simulator.kubernetes;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the cluster says of itself: its version, which anyone may ask for, its API groups and its nodes. */
@NonBlocking
@Path("/kubernetes/{site}")
public class ClusterResource {
    private static final long KIB_PER_GIB = 1L << 20;

    private final Clusters clusters;

    record VersionView(String major, String minor, String gitVersion, String platform) {}

    record VersionsView(String kind, List<String> versions) {}

    record GroupVersionView(String groupVersion, String version) {}

    record GroupView(String name, List<GroupVersionView> versions, GroupVersionView preferredVersion) {}

    record GroupsView(String kind, String apiVersion, List<GroupView> groups) {}

    record NodeStatusView(
            Map<String, String> capacity,
            Map<String, String> allocatable,
            List<ConditionView> conditions,
            Map<String, String> nodeInfo) {}

    record ConditionView(String type, String status) {}

    record NodeView(
            String apiVersion, String kind, MetadataView metadata, Map<String, String> spec, NodeStatusView status) {}

    public ClusterResource(Clusters clusters) {
        this.clusters = clusters;
    }

    @GET
    @Path("/version")
    public VersionView version(@PathParam("site") String site) {
        ClusterShape.Version version = clusters.named(site).version();
        return new VersionView(version.major(), version.minor(), version.gitVersion(), "linux/amd64");
    }

    @GET
    @Path("/api")
    public VersionsView core(
            @PathParam("site") String site, @HeaderParam("Authorization") @Nullable String authorization) {
        clusters.entered(site, authorization);
        return new VersionsView("APIVersions", List.of("v1"));
    }

    @GET
    @Path("/apis")
    public GroupsView groups(
            @PathParam("site") String site, @HeaderParam("Authorization") @Nullable String authorization) {
        Cluster cluster = clusters.entered(site, authorization);
        return new GroupsView(
                "APIGroupList",
                "v1",
                ApiGroups.of(cluster.version(), cluster.shape().virtualMachines()).stream()
                        .map(ClusterResource::view)
                        .toList());
    }

    private static GroupView view(ApiGroups.Group group) {
        List<GroupVersionView> versions = group.versions().stream()
                .map(version -> new GroupVersionView(group.name() + "/" + version, version))
                .toList();
        return new GroupView(group.name(), versions, versions.getFirst());
    }

    @GET
    @Path("/api/v1/nodes")
    public ListView<NodeView> nodes(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @BeanParam Listing asked) {
        List<NodeView> nodes = clusters.entered(site, authorization).shape().nodes().stream()
                .map(ClusterResource::view)
                .toList();
        return ListView.page("v1", "Node", nodes, asked.limit, asked.next);
    }

    /** A gibibyte of memory is kept for the system, as the kubelet does. */
    private static NodeView view(ClusterShape.Node node) {
        long memoryKib = node.memoryGib() * KIB_PER_GIB;
        return new NodeView(
                "v1",
                "Node",
                new MetadataView(node.name(), null),
                Map.of(),
                new NodeStatusView(
                        resources(node.vcpu(), memoryKib),
                        resources(node.vcpu(), memoryKib - KIB_PER_GIB),
                        List.of(new ConditionView("Ready", "True")),
                        Map.of("architecture", "amd64", "operatingSystem", "linux")));
    }

    private static Map<String, String> resources(int vcpu, long memoryKib) {
        return Map.of("cpu", String.valueOf(vcpu), "memory", memoryKib + "Ki", "pods", "110");
    }
}

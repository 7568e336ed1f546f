package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
            Map<String, String> capacity, Map<String, String> allocatable, List<ConditionView> conditions) {}

    record ConditionView(String type, String status) {}

    record NodeView(
            String apiVersion, String kind, MetadataView metadata, Map<String, String> spec, NodeStatusView status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListMetadataView(
            String resourceVersion,
            @JsonProperty("continue") @Nullable String next) {}

    record NodesView(String apiVersion, String kind, ListMetadataView metadata, List<NodeView> items) {}

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
        clusters.entered(site, authorization);
        GroupVersionView version = new GroupVersionView("apps/v1", "v1");
        return new GroupsView("APIGroupList", "v1", List.of(new GroupView("apps", List.of(version), version)));
    }

    /** Lists nodes page by page: {@code continue}, from the answer before, is the number of nodes already seen. */
    @GET
    @Path("/api/v1/nodes")
    public NodesView nodes(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("limit") @DefaultValue("500") int limit,
            @QueryParam("continue") @DefaultValue("0") int next) {
        List<ClusterShape.Node> nodes =
                clusters.entered(site, authorization).shape().nodes();
        int from = Math.clamp(next, 0, nodes.size());
        int to = Math.clamp((long) from + limit, from, nodes.size());
        return new NodesView(
                "v1",
                "NodeList",
                new ListMetadataView("1", to < nodes.size() ? String.valueOf(to) : null),
                nodes.subList(from, to).stream().map(ClusterResource::view).toList());
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
                        List.of(new ConditionView("Ready", "True"))));
    }

    private static Map<String, String> resources(int vcpu, long memoryKib) {
        return Map.of("cpu", String.valueOf(vcpu), "memory", memoryKib + "Ki", "pods", "110");
    }
}

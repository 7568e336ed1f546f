package org.entente.simulator.kubernetes;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Namespaces: apply and look at. Their labels are not kept. */
@NonBlocking
@Path("/kubernetes/{site}/api/v1/namespaces/{name}")
public class NamespaceResource {
    private final Clusters clusters;

    record NamespaceView(String apiVersion, String kind, MetadataView metadata, Map<String, String> status) {}

    public NamespaceResource(Clusters clusters) {
        this.clusters = clusters;
    }

    @GET
    public NamespaceView get(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("name") String name) {
        return view(name, clusters.entered(site, authorization).namespace(name));
    }

    @PATCH
    @Consumes(Manifest.APPLY)
    public NamespaceView apply(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("name") String name,
            @QueryParam("fieldManager") @Nullable String fieldManager,
            String body) {
        Cluster cluster = clusters.entered(site, authorization);
        Manifest.checked(body, "Namespace", name, fieldManager);
        return view(name, cluster.applyNamespace(name));
    }

    private static NamespaceView view(String name, Instant createdAt) {
        return new NamespaceView(
                "v1", "Namespace", new MetadataView(name, MetadataView.time(createdAt)), Map.of("phase", "Active"));
    }
}

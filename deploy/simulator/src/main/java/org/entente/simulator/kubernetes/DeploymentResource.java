package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deployments of apps/v1: apply, list, look at, delete. */
@NonBlocking
@Path("/kubernetes/{site}/apis/apps/v1/namespaces/{namespace}/deployments")
public class DeploymentResource {
    private final Clusters clusters;

    record DeploymentsView(String apiVersion, String kind, Map<String, String> metadata, List<ObjectNode> items) {}

    public DeploymentResource(Clusters clusters) {
        this.clusters = clusters;
    }

    @GET
    public DeploymentsView list(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace) {
        Cluster cluster = clusters.entered(site, authorization);
        Instant now = cluster.now();
        return new DeploymentsView(
                "apps/v1",
                "DeploymentList",
                Map.of("resourceVersion", "1"),
                cluster.deployments().stream()
                        .filter(deployment -> deployment.namespace().equals(namespace))
                        .map(deployment -> DeploymentView.of(deployment, now))
                        .toList());
    }

    @GET
    @Path("/{name}")
    public ObjectNode get(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name) {
        Cluster cluster = clusters.entered(site, authorization);
        return DeploymentView.of(cluster.deployment(namespace, name), cluster.now());
    }

    @PATCH
    @Path("/{name}")
    @Consumes(Manifest.APPLY)
    public Response apply(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name,
            @QueryParam("fieldManager") @Nullable String fieldManager,
            String body) {
        Cluster cluster = clusters.entered(site, authorization);
        ObjectNode manifest = Manifest.checkedDeployment(body, name, fieldManager);
        manifest.withObject("/metadata").put("namespace", namespace);
        Cluster.Applied applied = cluster.apply(namespace, name, manifest);
        return Response.status(applied.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(DeploymentView.of(applied.deployment(), cluster.now()))
                .build();
    }

    /** Always in the foreground: the Deployment stays, marked as going, until its pods are gone. */
    @DELETE
    @Path("/{name}")
    public ObjectNode delete(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name) {
        Cluster cluster = clusters.entered(site, authorization);
        return DeploymentView.of(cluster.delete(namespace, name), cluster.now());
    }
}

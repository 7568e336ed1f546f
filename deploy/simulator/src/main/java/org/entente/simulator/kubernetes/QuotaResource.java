package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** ResourceQuotas: apply and look at. They are kept and limit nothing: the switch {@code quotaExceeded} does. */
@NonBlocking
@Path("/kubernetes/{site}/api/v1/namespaces/{namespace}/resourcequotas/{name}")
public class QuotaResource {
    private final Clusters clusters;

    public QuotaResource(Clusters clusters) {
        this.clusters = clusters;
    }

    @GET
    public ObjectNode get(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name) {
        return clusters.entered(site, authorization).quota(namespace, name);
    }

    @PATCH
    @Consumes(Manifest.APPLY)
    public ObjectNode apply(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name,
            @QueryParam("fieldManager") @Nullable String fieldManager,
            String body) {
        Cluster cluster = clusters.entered(site, authorization);
        ObjectNode manifest = Manifest.checked(body, "ResourceQuota", name, fieldManager);
        manifest.withObject("/metadata").put("namespace", namespace);
        return cluster.applyQuota(namespace, name, manifest);
    }
}

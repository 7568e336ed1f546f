package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.entente.simulator.kubernetes.NamespacedCalls.Call;
import org.jspecify.annotations.Nullable;

/** What of the API groups is in namespaces, Deployments for instance: apply, list, look at, delete. */
@NonBlocking
@Path("/kubernetes/{site}/apis/{group}/v1/namespaces/{namespace}/{plural}")
public class GroupResource {
    private final NamespacedCalls calls;

    public GroupResource(NamespacedCalls calls) {
        this.calls = calls;
    }

    @GET
    public ListView<ObjectNode> list(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("group") String group,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @BeanParam Listing asked) {
        return calls.list(new Call(site, authorization, group, plural), Optional.of(namespace), asked);
    }

    @GET
    @Path("/{name}")
    public ObjectNode get(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("group") String group,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @PathParam("name") String name) {
        return calls.get(new Call(site, authorization, group, plural), namespace, name);
    }

    @PATCH
    @Path("/{name}")
    @Consumes(Manifest.APPLY)
    public Response apply(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("group") String group,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @PathParam("name") String name,
            @QueryParam("fieldManager") @Nullable String fieldManager,
            String body) {
        return calls.apply(new Call(site, authorization, group, plural), namespace, name, fieldManager, body);
    }

    @DELETE
    @Path("/{name}")
    public ObjectNode delete(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("group") String group,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @PathParam("name") String name) {
        return calls.delete(new Call(site, authorization, group, plural), namespace, name);
    }
}

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

/** Namespaces, and what of the core API is in them: apply, list, look at, delete. */
@NonBlocking
@Path("/kubernetes/{site}/api/v1/namespaces")
public class CoreResource {
    private static final String NAMESPACES = "namespaces";

    private final NamespacedCalls calls;

    public CoreResource(NamespacedCalls calls) {
        this.calls = calls;
    }

    @GET
    public ListView<ObjectNode> namespaces(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @BeanParam Listing asked) {
        return calls.list(core(site, authorization, NAMESPACES), Optional.empty(), asked);
    }

    @GET
    @Path("/{name}")
    public ObjectNode namespace(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("name") String name) {
        return calls.get(core(site, authorization, NAMESPACES), "", name);
    }

    @PATCH
    @Path("/{name}")
    @Consumes(Manifest.APPLY)
    public Response applyNamespace(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("name") String name,
            @QueryParam("fieldManager") @Nullable String fieldManager,
            String body) {
        return calls.apply(core(site, authorization, NAMESPACES), "", name, fieldManager, body);
    }

    @DELETE
    @Path("/{name}")
    public ObjectNode deleteNamespace(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("name") String name) {
        return calls.delete(core(site, authorization, NAMESPACES), "", name);
    }

    @GET
    @Path("/{namespace}/{plural}")
    public ListView<ObjectNode> list(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @BeanParam Listing asked) {
        return calls.list(core(site, authorization, plural), Optional.of(namespace), asked);
    }

    @GET
    @Path("/{namespace}/{plural}/{name}")
    public ObjectNode get(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @PathParam("name") String name) {
        return calls.get(core(site, authorization, plural), namespace, name);
    }

    @PATCH
    @Path("/{namespace}/{plural}/{name}")
    @Consumes(Manifest.APPLY)
    public Response apply(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @PathParam("name") String name,
            @QueryParam("fieldManager") @Nullable String fieldManager,
            String body) {
        return calls.apply(core(site, authorization, plural), namespace, name, fieldManager, body);
    }

    @DELETE
    @Path("/{namespace}/{plural}/{name}")
    public ObjectNode delete(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("namespace") String namespace,
            @PathParam("plural") String plural,
            @PathParam("name") String name) {
        return calls.delete(core(site, authorization, plural), namespace, name);
    }

    private static Call core(String site, @Nullable String authorization, String plural) {
        return new Call(site, authorization, "", plural);
    }
}

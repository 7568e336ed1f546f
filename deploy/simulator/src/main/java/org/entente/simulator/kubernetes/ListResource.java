package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.entente.simulator.kubernetes.NamespacedCalls.Call;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a whole cluster: the objects of all its namespaces, its classes, and what the caller may do. */
@NonBlocking
@Path("/kubernetes/{site}")
public class ListResource {
    private final NamespacedCalls calls;
    private final Clusters clusters;

    public ListResource(NamespacedCalls calls, Clusters clusters) {
        this.calls = calls;
        this.clusters = clusters;
    }

    @GET
    @Path("/api/v1/{plural}")
    public ListView<ObjectNode> core(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("plural") String plural,
            @BeanParam Listing asked) {
        return calls.list(new Call(site, authorization, "", plural), Optional.empty(), asked);
    }

    @GET
    @Path("/apis/{group}/v1/{plural}")
    public ListView<ObjectNode> group(
            @PathParam("site") String site,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("group") String group,
            @PathParam("plural") String plural,
            @BeanParam Listing asked) {
        return calls.list(new Call(site, authorization, group, plural), Optional.empty(), asked);
    }

    @GET
    @Path("/apis/storage.k8s.io/v1/storageclasses")
    public ListView<ObjectNode> storageClasses(
            @PathParam("site") String site, @HeaderParam("Authorization") @Nullable String authorization) {
        clusters.entered(site, authorization);
        ObjectNode standard = named("standard").put("provisioner", "simulator");
        standard.withObject("/metadata/annotations").put("storageclass.kubernetes.io/is-default-class", "true");
        return ListView.page("storage.k8s.io/v1", "StorageClass", List.of(standard), 0, 0);
    }

    @GET
    @Path("/apis/networking.k8s.io/v1/ingressclasses")
    public ListView<ObjectNode> ingressClasses(
            @PathParam("site") String site, @HeaderParam("Authorization") @Nullable String authorization) {
        clusters.entered(site, authorization);
        return ListView.page("networking.k8s.io/v1", "IngressClass", List.of(named("nginx")), 0, 0);
    }

    /** The one token may do everything. */
    @POST
    @Path("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews")
    public Response rules(
            @PathParam("site") String site, @HeaderParam("Authorization") @Nullable String authorization) {
        clusters.entered(site, authorization);
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectRulesReview");
        ObjectNode status = review.putObject("status").put("incomplete", false);
        status.putArray("nonResourceRules");
        ObjectNode rule = status.putArray("resourceRules").addObject();
        rule.putArray("verbs").add("*");
        rule.putArray("apiGroups").add("*");
        rule.putArray("resources").add("*");
        return Response.status(Response.Status.CREATED).entity(review).build();
    }

    private static ObjectNode named(String name) {
        return Manifest.named(name);
    }
}

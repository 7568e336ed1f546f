package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Neutron v2.0: networks, ports, security groups with their rules, and floating addresses. */
@NonBlocking
@Path("/openstack/{site}/network")
public class NetworkResource {
    private static final Set<String> NO_FILTERS = Set.of("limit", "marker", "fields", "sort_key", "sort_dir");

    private final Clouds clouds;

    public NetworkResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    public Map<String, List<Map<String, String>>> versions(@PathParam("site") String site) {
        clouds.named(site);
        return Map.of("versions", List.of(Map.of("id", "v2.0", "status", "CURRENT")));
    }

    @GET
    @Path("/v2.0/{collection}")
    public Map<String, List<ObjectNode>> list(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("collection") String collection,
            @Context UriInfo uri) {
        Network network = clouds.entered(site, token).network();
        Map<String, String> filters = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !NO_FILTERS.contains(parameter.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().getFirst()));
        return Map.of(Network.member(collection) + "s", network.list(collection, filters));
    }

    @POST
    @Path("/v2.0/{collection}")
    public Response make(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("collection") String collection,
            JsonNode request) {
        Network network = clouds.entered(site, token).network();
        String member = Network.member(collection);
        if (!(request.path(member) instanceof ObjectNode asked)) {
            throw OpenStackFault.badRequest("Resource body required: " + member);
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.set(member, network.make(collection, asked));
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @GET
    @Path("/v2.0/quotas/{project}")
    public Map<String, Map<String, Object>> quota(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("project") String project) {
        return Map.of("quota", clouds.entered(site, token).quotas().network().shown());
    }

    @PUT
    @Path("/v2.0/quotas/{project}")
    public Map<String, Map<String, Object>> setQuota(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("project") String project,
            JsonNode request) {
        Quotas.Limits limits = clouds.entered(site, token).quotas().network();
        limits.set(request.path("quota"));
        return Map.of("quota", limits.shown());
    }

    @DELETE
    @Path("/v2.0/{collection}/{id}")
    public void delete(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("collection") String collection,
            @PathParam("id") String id) {
        clouds.entered(site, token).network().delete(collection, id);
    }
}

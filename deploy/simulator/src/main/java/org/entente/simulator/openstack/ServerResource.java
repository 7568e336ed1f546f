package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Nova's servers: create, list by name, look at, delete. */
@NonBlocking
@Path("/openstack/{site}/compute/v2.1/servers")
public class ServerResource {
    private static final int LIMIT_MAX = 1000;

    private final Clouds clouds;

    record CreatedView(String id, List<LinkView> links, String adminPass) {}

    public ServerResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    @Path("/detail")
    public Map<String, List<ServerView>> list(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("limit") @DefaultValue("" + LIMIT_MAX) int limit) {
        Cloud cloud = clouds.entered(site, token);
        Instant now = cloud.now();
        return Map.of(
                "servers",
                cloud.servers(pattern(name)).stream()
                        .limit(Math.min(limit, LIMIT_MAX))
                        .map(server -> ServerView.of(cloud.shape(), server, now))
                        .toList());
    }

    @GET
    @Path("/{id}")
    public Map<String, ServerView> get(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id) {
        Cloud cloud = clouds.entered(site, token);
        return Map.of("server", ServerView.of(cloud.shape(), cloud.server(id), cloud.now()));
    }

    @POST
    public Response create(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @Context UriInfo uri,
            JsonNode request) {
        Cloud cloud = clouds.entered(site, token);
        JsonNode asked = request.path("server");
        String name = required(asked, "name");
        CloudShape.Flavour flavour = flavour(cloud, required(asked, "flavorRef"));
        CloudShape.Image image = image(cloud, required(asked, "imageRef"));
        asked.path("networks")
                .forEach(network -> check(cloud, network.path("uuid").asText()));
        SimulatedServer server = cloud.create(name, image, flavour, metadata(asked));
        String self = IdentityResource.base(uri, cloud) + "/compute/v2.1/servers/" + server.id();
        return Response.accepted(
                        Map.of("server", new CreatedView(server.id(), IdentityResource.links(self), "simulated")))
                .header("Location", self)
                .build();
    }

    @DELETE
    @Path("/{id}")
    public void delete(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id) {
        clouds.entered(site, token).delete(id);
    }

    private static String required(JsonNode server, String member) {
        String value = server.path(member).asText();
        if (value.isEmpty()) {
            throw OpenStackFault.badRequest(
                    "Invalid input for field/attribute server. '" + member + "' is a required property");
        }
        return value;
    }

    private static CloudShape.Flavour flavour(Cloud cloud, String id) {
        return cloud.shape()
                .flavour(id)
                .orElseThrow(() -> OpenStackFault.badRequest("Flavor " + id + " could not be found."));
    }

    private static CloudShape.Image image(Cloud cloud, String id) {
        return cloud.shape().image(id).orElseThrow(() -> OpenStackFault.badRequest("Can not find requested image"));
    }

    private static void check(Cloud cloud, String networkId) {
        if (!cloud.shape().network().id().equals(networkId)) {
            throw OpenStackFault.badRequest("Network " + networkId + " could not be found.");
        }
    }

    private static Map<String, String> metadata(JsonNode server) {
        Map<String, String> metadata = new HashMap<>();
        server.path("metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
        return metadata;
    }

    /** Nova takes the name for a regular expression. */
    private static Pattern pattern(String name) {
        try {
            return Pattern.compile(name);
        } catch (PatternSyntaxException refused) {
            throw OpenStackFault.badRequest("Invalid name filter: " + refused.getDescription());
        }
    }
}

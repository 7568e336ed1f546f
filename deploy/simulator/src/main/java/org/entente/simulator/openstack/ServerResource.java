package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nova's servers: create, list by name, look at, stop, start, resize, delete. */
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
            @QueryParam("marker") @DefaultValue("") String marker,
            @QueryParam("limit") @DefaultValue("" + LIMIT_MAX) int limit) {
        Cloud cloud = clouds.entered(site, token);
        Instant now = cloud.now();
        return Map.of(
                "servers",
                after(marker, cloud.servers(pattern(name)))
                        .limit(Math.min(limit, LIMIT_MAX))
                        .map(server -> ServerView.of(cloud, server, now))
                        .toList());
    }

    @GET
    @Path("/{id}")
    public Map<String, ServerView> get(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id) {
        Cloud cloud = clouds.entered(site, token);
        return Map.of("server", ServerView.of(cloud, cloud.server(id), cloud.now()));
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
        List<String> ports = ports(cloud, asked);
        List<ObjectNode> volumes = volumes(cloud, asked);
        String key = asked.path("key_name").asText();
        if (!key.isEmpty() && !cloud.keys().containsKey(key)) {
            throw OpenStackFault.badRequest("Invalid key_name provided.");
        }
        SimulatedServer server = cloud.create(name, image, flavour, metadata(asked), ports);
        volumes.forEach(volume -> cloud.volumes().change(volume.put(VolumeResource.SERVER, server.id())));
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

    /** Stop, start, resize and its confirmation. */
    @POST
    @Path("/{id}/action")
    public Response act(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id,
            JsonNode request) {
        Cloud cloud = clouds.entered(site, token);
        String status = cloud.server(id).statusAt(cloud.now());
        if (request.has("os-stop")) {
            demand(status, "ACTIVE", id);
            cloud.turn(id, SimulatedServer.Power.OFF);
        } else if (request.has("os-start")) {
            demand(status, "SHUTOFF", id);
            cloud.turn(id, SimulatedServer.Power.ON);
        } else if (request.has("resize")) {
            demand(status, "ACTIVE", id);
            cloud.resize(id, flavour(cloud, request.at("/resize/flavorRef").asText()));
        } else if (request.has("confirmResize")) {
            demand(status, "VERIFY_RESIZE", id);
            cloud.turn(id, SimulatedServer.Power.ON);
        } else {
            throw OpenStackFault.badRequest("There is no such action.");
        }
        return Response.accepted().build();
    }

    private static void demand(String status, String needed, String id) {
        if (!status.equals(needed)) {
            throw OpenStackFault.conflict("Cannot act on instance " + id + " while it is in vm_state " + status);
        }
    }

    private static List<String> ports(Cloud cloud, JsonNode asked) {
        List<String> ports = new ArrayList<>();
        asked.path("networks").forEach(network -> {
            String port = network.path("port").asText();
            if (port.isEmpty()) {
                check(cloud, network.path("uuid").asText());
            } else if (cloud.network().hasPort(port)) {
                ports.add(port);
            } else {
                throw OpenStackFault.badRequest("Port id " + port + " could not be found.");
            }
        });
        return ports;
    }

    private static List<ObjectNode> volumes(Cloud cloud, JsonNode asked) {
        List<ObjectNode> volumes = new ArrayList<>();
        asked.path("block_device_mapping_v2").forEach(device -> {
            if ("volume".equals(device.path("source_type").asText())) {
                volumes.add(cloud.volumes().get(device.path("uuid").asText()));
            }
        });
        return volumes;
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
        return cloud.flavour(id).orElseThrow(() -> OpenStackFault.badRequest("Flavor " + id + " could not be found."));
    }

    private static CloudShape.Image image(Cloud cloud, String id) {
        return cloud.images().usable(id).orElseThrow(() -> OpenStackFault.badRequest("Can not find requested image"));
    }

    private static void check(Cloud cloud, String networkId) {
        if (!cloud.network().hasNetwork(networkId)) {
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

    /** A page begins after the last of the page before. */
    private static Stream<SimulatedServer> after(String marker, List<SimulatedServer> servers) {
        return marker.isEmpty()
                ? servers.stream()
                : servers.stream()
                        .dropWhile(server -> !server.id().equals(marker))
                        .skip(1);
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

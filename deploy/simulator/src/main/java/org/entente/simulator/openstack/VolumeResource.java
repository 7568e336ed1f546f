package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cinder v3: volumes of one type. A volume is made within the site's delay; one that a server holds is not removed. */
@NonBlocking
@Path("/openstack/{site}/volume/v3")
public class VolumeResource {
    /** Which server holds the volume; kept beside what the API shows. */
    static final String SERVER = "simulated-server";

    private static final String READY_AT = "simulated-ready-at";
    private static final Map<String, String> TYPE = Map.of("id", "ssd", "name", "ssd");

    private final Clouds clouds;

    public VolumeResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    public Map<String, List<Map<String, String>>> versions(@PathParam("site") String site) {
        clouds.named(site);
        return Map.of("versions", List.of(Map.of("id", "v3.0", "version", "3.70", "min_version", "3.0")));
    }

    @GET
    @Path("/types")
    public Map<String, List<Map<String, String>>> types(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        clouds.entered(site, token);
        return Map.of("volume_types", List.of(TYPE));
    }

    @GET
    @Path("/types/default")
    public Map<String, Map<String, String>> preferredType(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        clouds.entered(site, token);
        return Map.of("volume_type", TYPE);
    }

    @GET
    @Path("/volumes/detail")
    public Map<String, List<ObjectNode>> list(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        Cloud cloud = clouds.entered(site, token);
        return Map.of(
                "volumes",
                cloud.volumes().all().stream()
                        .map(volume -> view(cloud, volume))
                        .toList());
    }

    @POST
    @Path("/volumes")
    public Response make(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token, JsonNode request) {
        Cloud cloud = clouds.entered(site, token);
        if (!(request.path("volume") instanceof ObjectNode asked)
                || asked.path("size").asInt() < 1) {
            throw OpenStackFault.badRequest(
                    "Invalid input received: Volume size must be an integer and greater than 0");
        }
        String type = asked.path("volume_type").asText("ssd");
        if (!type.equals("ssd")) {
            throw OpenStackFault.notFound("Volume type with name " + type + " could not be found.");
        }
        Instant now = cloud.now();
        ObjectNode made = cloud.volumes()
                .add(asked.deepCopy()
                        .put("created_at", now.toString())
                        .put(READY_AT, now.plusMillis(cloud.delayMillis()).toString()));
        return Response.accepted(Map.of("volume", view(cloud, made))).build();
    }

    @DELETE
    @Path("/volumes/{id}")
    public Response remove(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id) {
        Cloud cloud = clouds.entered(site, token);
        String status = view(cloud, cloud.volumes().get(id)).path("status").asText();
        if (!status.equals("available")) {
            throw OpenStackFault.badRequest("Invalid volume: Volume status must be available, but is " + status);
        }
        cloud.volumes().remove(id);
        return Response.accepted().build();
    }

    @GET
    @Path("/os-quota-sets/{project}")
    public Map<String, Map<String, Object>> quota(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("project") String project) {
        return Map.of(
                "quota_set", clouds.entered(site, token).quotas().volumes().shown(project));
    }

    @PUT
    @Path("/os-quota-sets/{project}")
    public Map<String, Map<String, Object>> setQuota(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("project") String project,
            JsonNode request) {
        Quotas.Limits limits = clouds.entered(site, token).quotas().volumes();
        limits.set(request.path("quota_set"));
        return Map.of("quota_set", limits.shown(project));
    }

    private static ObjectNode view(Cloud cloud, ObjectNode volume) {
        ObjectNode view = volume.deepCopy();
        view.remove(List.of(SERVER, READY_AT));
        return view.put("status", status(cloud, volume));
    }

    private static String status(Cloud cloud, ObjectNode volume) {
        if (cloud.now().isBefore(Instant.parse(volume.path(READY_AT).asText()))) {
            return "creating";
        }
        return cloud.hasServer(volume.path(SERVER).asText()) ? "in-use" : "available";
    }
}

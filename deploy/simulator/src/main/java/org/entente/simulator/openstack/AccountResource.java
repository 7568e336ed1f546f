package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Nova keeps for an account: its key pairs, and the quota of its project. */
@NonBlocking
@Path("/openstack/{site}/compute/v2.1")
public class AccountResource {
    /** Newer releases take more; these take all. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_ -]{1,255}");

    private final Clouds clouds;

    public AccountResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    @Path("/os-quota-sets/{project}")
    public Map<String, Map<String, Object>> quota(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("project") String project) {
        return Map.of(
                "quota_set", clouds.entered(site, token).quotas().compute().shown(project));
    }

    @PUT
    @Path("/os-quota-sets/{project}")
    public Map<String, Map<String, Object>> setQuota(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("project") String project,
            JsonNode request) {
        Quotas.Limits limits = clouds.entered(site, token).quotas().compute();
        limits.set(request.path("quota_set"));
        return Map.of("quota_set", limits.shown(project));
    }

    @GET
    @Path("/os-keypairs")
    public Map<String, List<Map<String, Map<String, String>>>> keys(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        return Map.of(
                "keypairs",
                clouds.entered(site, token).keys().entrySet().stream()
                        .map(key -> view(key.getKey(), key.getValue()))
                        .toList());
    }

    @GET
    @Path("/os-keypairs/{name}")
    public Map<String, Map<String, String>> key(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("name") String name) {
        String key = clouds.entered(site, token).keys().get(name);
        if (key == null) {
            throw OpenStackFault.notFound("Keypair " + name + " not found for user");
        }
        return view(name, key);
    }

    @POST
    @Path("/os-keypairs")
    public Map<String, Map<String, String>> addKey(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token, JsonNode request) {
        JsonNode asked = request.path("keypair");
        String name = asked.path("name").asText();
        String key = asked.path("public_key").asText();
        if (!NAME.matcher(name).matches()) {
            throw OpenStackFault.badRequest("An invalid 'name' value was provided. The name must be: Only expected"
                    + " characters: [_- 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]");
        }
        if (!key.startsWith("ssh-")) {
            throw OpenStackFault.badRequest("Keypair data is invalid");
        }
        if (clouds.entered(site, token).keys().putIfAbsent(name, key) != null) {
            throw OpenStackFault.conflict("Key pair '" + name + "' already exists.");
        }
        return view(name, key);
    }

    @DELETE
    @Path("/os-keypairs/{name}")
    public void removeKey(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("name") String name) {
        if (clouds.entered(site, token).keys().remove(name) == null) {
            throw OpenStackFault.notFound("Keypair " + name + " not found for user");
        }
    }

    private static Map<String, Map<String, String>> view(String name, String key) {
        return Map.of("keypair", Map.of("name", name, "public_key", key));
    }
}

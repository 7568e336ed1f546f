package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What Nova says of the site: its versions, flavours and hypervisors. */
@NonBlocking
@Path("/openstack/{site}/compute/v2.1")
public class ComputeResource {
    private final Clouds clouds;

    record FlavourView(
            String id,
            String name,
            int ram,
            int disk,
            String swap,
            @JsonProperty("OS-FLV-EXT-DATA:ephemeral") int ephemeral,
            @JsonProperty("OS-FLV-DISABLED:disabled") boolean disabled,
            int vcpus,
            @JsonProperty("os-flavor-access:is_public") boolean open,
            @JsonProperty("extra_specs") Map<String, String> specifications,
            List<LinkView> links) {}

    record HypervisorView(
            String id,
            @JsonProperty("hypervisor_hostname") String name,
            String state,
            String status,
            int vcpus,
            @JsonProperty("memory_mb") int memoryMib,
            @JsonProperty("vcpus_used") int vcpusUsed,
            @JsonProperty("memory_mb_used") int memoryMibUsed,
            @JsonProperty("cpu_info") Map<String, String> processor) {}

    record StatisticsView(
            int count,
            int vcpus,
            @JsonProperty("memory_mb") int memoryMib,
            @JsonProperty("vcpus_used") int vcpusUsed,
            @JsonProperty("memory_mb_used") int memoryMibUsed,
            @JsonProperty("running_vms") int running) {}

    public ComputeResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    public Map<String, VersionView> version(@PathParam("site") String site, @Context UriInfo uri) {
        Cloud cloud = clouds.named(site);
        return Map.of(
                "version",
                new VersionView(
                        "v2.1",
                        "CURRENT",
                        cloud.microversion(),
                        "2.1",
                        IdentityResource.links(IdentityResource.base(uri, cloud) + "/compute/v2.1/")));
    }

    @GET
    @Path("/flavors/detail")
    public Map<String, List<FlavourView>> flavours(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token, @Context UriInfo uri) {
        Cloud cloud = clouds.entered(site, token);
        String base = IdentityResource.base(uri, cloud) + "/compute/v2.1/flavors/";
        return Map.of(
                "flavors",
                cloud.flavours().stream()
                        .map(flavour -> new FlavourView(
                                flavour.id(),
                                flavour.name(),
                                flavour.ram(),
                                flavour.disk(),
                                "",
                                0,
                                false,
                                flavour.vcpus(),
                                true,
                                Map.of(),
                                IdentityResource.links(base + flavour.id())))
                        .toList());
    }

    @GET
    @Path("/os-hypervisors/statistics")
    public Map<String, StatisticsView> statistics(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        Cloud cloud = clouds.entered(site, token);
        Cloud.Used used = cloud.used();
        return Map.of(
                "hypervisor_statistics",
                new StatisticsView(
                        cloud.shape().hosts(),
                        cloud.shape().vcpuTotal(),
                        cloud.shape().memoryMibTotal(),
                        used.vcpus(),
                        used.ram(),
                        used.servers()));
    }

    @POST
    @Path("/flavors")
    public Map<String, Map<String, String>> makeFlavour(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token, JsonNode request) {
        JsonNode asked = request.path("flavor");
        String id = UUID.randomUUID().toString();
        clouds.entered(site, token)
                .addFlavour(new CloudShape.Flavour(
                        id,
                        asked.path("name").asText(),
                        asked.path("vcpus").asInt(),
                        asked.path("ram").asInt(),
                        asked.path("disk").asInt()));
        return Map.of("flavor", Map.of("id", id, "name", asked.path("name").asText()));
    }

    @GET
    @Path("/os-hypervisors/detail")
    public Map<String, List<HypervisorView>> hypervisors(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        Cloud cloud = clouds.entered(site, token);
        return Map.of(
                "hypervisors",
                IntStream.range(0, cloud.shape().hosts())
                        .mapToObj(host -> new HypervisorView(
                                hostId(cloud, host),
                                "host" + host,
                                "up",
                                "enabled",
                                cloud.shape().vcpuPerHost(),
                                cloud.shape().memoryGibPerHost() * 1024,
                                cloud.usedOn(host).vcpus(),
                                cloud.usedOn(host).ram(),
                                Map.of("arch", "x86_64")))
                        .toList());
    }

    static String hostId(Cloud cloud, int host) {
        return UUID.nameUUIDFromBytes((cloud.name() + "/host" + host).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @GET
    @Path("/limits")
    public Map<String, Map<String, Map<String, Integer>>> limits(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        Map<String, Integer> quota = clouds.entered(site, token).quota();
        return Map.of(
                "limits",
                Map.of(
                        "absolute",
                        Map.of(
                                "maxTotalCores", quota.getOrDefault("cores", -1),
                                "maxTotalRAMSize", quota.getOrDefault("ram", -1))));
    }

    @PUT
    @Path("/os-quota-sets/{project}")
    public Map<String, Map<String, Integer>> setQuota(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("project") String project,
            JsonNode request) {
        Map<String, Integer> quota = clouds.entered(site, token).quota();
        request.path("quota_set")
                .properties()
                .forEach(limit -> quota.put(limit.getKey(), limit.getValue().asInt()));
        return Map.of("quota_set", Map.copyOf(quota));
    }

    @GET
    @Path("/os-keypairs")
    public Map<String, List<Map<String, Map<String, String>>>> keys(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        return Map.of(
                "keypairs",
                clouds.entered(site, token).keys().entrySet().stream()
                        .map(key -> Map.of("keypair", Map.of("name", key.getKey(), "public_key", key.getValue())))
                        .toList());
    }

    @POST
    @Path("/os-keypairs")
    public Map<String, Map<String, String>> addKey(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token, JsonNode request) {
        JsonNode asked = request.path("keypair");
        String name = asked.path("name").asText();
        String key = asked.path("public_key").asText();
        if (!key.startsWith("ssh-")) {
            throw OpenStackFault.badRequest("Keypair data is invalid");
        }
        if (clouds.entered(site, token).keys().putIfAbsent(name, key) != null) {
            throw OpenStackFault.conflict("Key pair '" + name + "' already exists.");
        }
        return Map.of("keypair", Map.of("name", name, "public_key", key));
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
}

package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
        if (asked.path("vcpus").asInt() < 1 || asked.path("ram").asInt() < 1) {
            throw OpenStackFault.badRequest("Invalid input for field/attribute flavor.");
        }
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
        Quotas.Limits quota = clouds.entered(site, token).quotas().compute();
        return Map.of(
                "limits",
                Map.of(
                        "absolute",
                        Map.of(
                                "maxTotalCores", quota.of("cores"),
                                "maxTotalRAMSize", quota.of("ram"))));
    }
}

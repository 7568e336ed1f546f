package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
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
            List<LinkView> links) {}

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
                cloud.shape().flavours().stream()
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
}

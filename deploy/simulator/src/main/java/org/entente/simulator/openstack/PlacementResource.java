package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Placement: what is left on each host that has room, and what a host has in all. */
@NonBlocking
@Path("/openstack/{site}/placement")
public class PlacementResource {
    private static final int DISK_GIB_PER_HOST = 10_000;

    private final Clouds clouds;

    public PlacementResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    public Map<String, List<Map<String, String>>> versions(@PathParam("site") String site) {
        clouds.named(site);
        return Map.of("versions", List.of(Map.of("id", "v1.0", "min_version", "1.0", "max_version", "1.39")));
    }

    @GET
    @Path("/allocation_candidates")
    public ObjectNode candidates(@PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        Cloud cloud = clouds.entered(site, token);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("allocation_requests");
        ObjectNode summaries = answer.putObject("provider_summaries");
        for (int host = 0; host < cloud.shape().hosts(); host++) {
            Cloud.Used used = cloud.usedOn(host);
            if (used.vcpus() < cloud.shape().vcpuPerHost()) {
                ObjectNode resources =
                        summaries.putObject(ComputeResource.hostId(cloud, host)).putObject("resources");
                resource(resources, "VCPU", cloud.shape().vcpuPerHost(), used.vcpus());
                resource(resources, "MEMORY_MB", cloud.shape().memoryGibPerHost() * 1024, used.ram());
                resource(resources, "DISK_GB", DISK_GIB_PER_HOST, 0);
            }
        }
        return answer;
    }

    @GET
    @Path("/resource_providers/{id}/inventories")
    public ObjectNode inventories(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id) {
        CloudShape shape = clouds.entered(site, token).shape();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("resource_provider_generation", 1);
        ObjectNode inventories = answer.putObject("inventories");
        inventory(inventories, "VCPU", shape.vcpuPerHost());
        inventory(inventories, "MEMORY_MB", shape.memoryGibPerHost() * 1024);
        inventory(inventories, "DISK_GB", DISK_GIB_PER_HOST);
        return answer;
    }

    private static void resource(ObjectNode resources, String name, int capacity, int used) {
        resources.putObject(name).put("capacity", capacity).put("used", used);
    }

    private static void inventory(ObjectNode inventories, String name, int total) {
        inventories
                .putObject(name)
                .put("total", total)
                .put("reserved", 0)
                .put("max_unit", total)
                .put("allocation_ratio", 1);
    }
}

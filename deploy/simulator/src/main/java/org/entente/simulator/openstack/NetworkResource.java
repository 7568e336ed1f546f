package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Neutron v2.0: the one network of the site, which its provider shares with every project. */
@NonBlocking
@Path("/openstack/{site}/network/v2.0/networks")
public class NetworkResource {
    private final Clouds clouds;

    record NetworkView(
            String id,
            String name,
            @JsonProperty("project_id") String projectId,
            String status,
            boolean shared,
            @JsonProperty("admin_state_up") boolean up,
            @JsonProperty("router:external") boolean external) {}

    public NetworkResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    public Map<String, List<NetworkView>> list(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @QueryParam("project_id") @Nullable String projectId,
            @QueryParam("shared") @Nullable Boolean shared,
            @QueryParam("router:external") @Nullable Boolean external) {
        CloudShape.Network network = clouds.entered(site, token).shape().network();
        return Map.of(
                "networks",
                Stream.of(new NetworkView(network.id(), network.name(), network.ownerId(), "ACTIVE", true, true, false))
                        .filter(view -> projectId == null || view.projectId().equals(projectId))
                        .filter(view -> shared == null || view.shared() == shared)
                        .filter(view -> external == null || view.external() == external)
                        .toList());
    }
}

package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Glance v2: the list of images, all of them active and public. */
@NonBlocking
@Path("/openstack/{site}/image/v2/images")
public class ImageResource {
    private static final String LIMIT_DEFAULT = "25";

    private final Clouds clouds;

    record ImageView(
            String id,
            String name,
            String status,
            String visibility,
            long size,
            @JsonProperty("disk_format") String diskFormat,
            @JsonProperty("container_format") String containerFormat,
            @JsonProperty("min_ram") int minimumRam,
            @JsonProperty("min_disk") int minimumDisk) {}

    record ImagesView(List<ImageView> images, String first, String schema) {}

    public ImageResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    public ImagesView list(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @QueryParam("name") @Nullable String name,
            @QueryParam("limit") @DefaultValue(LIMIT_DEFAULT) int limit) {
        List<ImageView> images = clouds.entered(site, token).shape().images().stream()
                .filter(image -> name == null || image.name().equals(name))
                .limit(limit)
                .map(image -> new ImageView(
                        image.id(), image.name(), "active", "public", image.size(), "qcow2", "bare", 0, 0))
                .toList();
        return new ImagesView(images, "/v2/images", "/v2/schemas/images");
    }
}

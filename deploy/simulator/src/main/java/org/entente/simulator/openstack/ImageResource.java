package org.entente.simulator.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Glance v2: images are listed by what they are, described, filled, read from any byte on, and removed. */
@NonBlocking
@Path("/openstack/{site}/image")
public class ImageResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATCH_FORM = "application/openstack-images-v2.1-json-patch";
    private static final int LIMIT_DEFAULT = 25;
    private static final Set<String> NO_FILTERS = Set.of("limit", "marker", "sort", "sort_key", "sort_dir");
    private static final Set<String> KNOWN = Set.of("id", "name", "disk_format", "container_format");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,10})-");

    private final Clouds clouds;

    record ImagesView(List<ObjectNode> images, String first, String schema) {}

    public ImageResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    @Path("/versions")
    public Map<String, List<Map<String, String>>> versions(@PathParam("site") String site) {
        clouds.named(site);
        return Map.of(
                "versions",
                List.of(Map.of("id", "v2.15", "status", "CURRENT"), Map.of("id", "v2.0", "status", "SUPPORTED")));
    }

    @GET
    @Path("/v2/schemas/image")
    public ObjectNode schema(@PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token) {
        clouds.entered(site, token);
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("name", "image");
        schema.withObject("/properties/disk_format")
                .putArray("enum")
                .addNull()
                .add("raw")
                .add("qcow2")
                .add("iso");
        return schema;
    }

    @GET
    @Path("/v2/images")
    public ImagesView list(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token, @Context UriInfo uri) {
        Map<String, String> filters = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> filters.put(name, values.getFirst()));
        String limit = filters.getOrDefault("limit", String.valueOf(LIMIT_DEFAULT));
        filters.keySet().removeAll(NO_FILTERS);
        List<ObjectNode> images = clouds.entered(site, token).images().all().stream()
                .map(ImageResource::view)
                .filter(view -> filters.entrySet().stream()
                        .allMatch(wanted -> view.path(wanted.getKey()).asText().equals(wanted.getValue())))
                .limit(Long.parseLong(limit))
                .toList();
        return new ImagesView(images, "/v2/images", "/v2/schemas/images");
    }

    @GET
    @Path("/v2/images/{id}")
    public ObjectNode get(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id) {
        return view(clouds.entered(site, token).images().get(id));
    }

    @POST
    @Path("/v2/images")
    public Response describe(
            @PathParam("site") String site, @HeaderParam("X-Auth-Token") @Nullable String token, JsonNode asked) {
        Map<String, String> properties = new HashMap<>();
        asked.properties().forEach(property -> {
            if (!KNOWN.contains(property.getKey())) {
                properties.put(property.getKey(), property.getValue().asText());
            }
        });
        Images.Kept made = clouds.entered(site, token)
                .images()
                .add(
                        asked.path("id").asText(UUID.randomUUID().toString()),
                        asked.path("name").asText(),
                        asked.path("disk_format").asText(),
                        properties);
        return Response.status(Response.Status.CREATED).entity(view(made)).build();
    }

    /** Another name; no other change is known. */
    @PATCH
    @Path("/v2/images/{id}")
    @Consumes(PATCH_FORM)
    public ObjectNode rename(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id,
            String body) {
        JsonNode changes = read(body);
        JsonNode change = changes.path(0);
        boolean isName = changes.size() == 1
                && change.path("op").asText().equals("replace")
                && change.path("path").asText().equals("/name");
        if (!isName) {
            throw OpenStackFault.badRequest("Only the name can be replaced.");
        }
        return view(clouds.entered(site, token)
                .images()
                .rename(id, change.path("value").asText()));
    }

    @PUT
    @Path("/v2/images/{id}/file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void fill(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id,
            byte[] bytes) {
        clouds.entered(site, token).images().fill(id, bytes);
    }

    @GET
    @Path("/v2/images/{id}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response read(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @HeaderParam("Range") @Nullable String range,
            @PathParam("id") String id) {
        ImageContent content = clouds.entered(site, token).images().get(id).content();
        if (content == null) {
            return Response.noContent().build();
        }
        Matcher from = RANGE.matcher(range == null ? "" : range);
        if (!from.matches() || Long.parseLong(from.group(1)) >= content.bytes().length) {
            return Response.ok(content.bytes()).build();
        }
        int start = Integer.parseInt(from.group(1));
        int length = content.bytes().length;
        return Response.status(Response.Status.PARTIAL_CONTENT)
                .header("Content-Range", "bytes " + start + "-" + (length - 1) + "/" + length)
                .entity(Arrays.copyOfRange(content.bytes(), start, length))
                .build();
    }

    @DELETE
    @Path("/v2/images/{id}")
    public void remove(
            @PathParam("site") String site,
            @HeaderParam("X-Auth-Token") @Nullable String token,
            @PathParam("id") String id) {
        clouds.entered(site, token).images().remove(id);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw OpenStackFault.badRequest("The body is not JSON: " + unreadable.getOriginalMessage());
        }
    }

    private static ObjectNode view(Images.Kept image) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        image.properties().forEach(view::put);
        view.put("id", image.id())
                .put("name", image.name())
                .put("status", image.status())
                .put("disk_format", image.format())
                .put("container_format", "bare")
                .put("min_ram", 0)
                .put("min_disk", 0);
        ImageContent content = image.content();
        if (content != null) {
            view.put("size", content.bytes().length)
                    .put("os_hash_algo", "sha512")
                    .put("os_hash_value", content.sha512());
        }
        return view;
    }
}

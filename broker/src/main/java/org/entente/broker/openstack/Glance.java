package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreements.document.ImageSource;
import org.entente.broker.site.SiteException;

/**
 * The calls to Glance v2 for what an image is. Glance keeps a checksum of the algorithm that the site chose, most often
 * SHA-512; the SHA-256 of an image that we brought in stands in its property {@value #SHA256_PROPERTY}.
 */
final class Glance {
    static final String SHA256_PROPERTY = "entente_sha256";
    private static final int IMAGES_MAX = 1000;

    private final OpenStackSession session;

    Glance(OpenStackSession session) {
        this.session = session;
    }

    /** The images that can be used and have these properties, newest first. */
    List<JsonNode> active(Map<String, String> filters) {
        Map<String, String> query = new TreeMap<>(filters);
        query.put("status", "active");
        query.put("sort", "created_at:desc");
        query.put("limit", String.valueOf(IMAGES_MAX));
        return images().list("/v2/images" + Service.query(query), "images");
    }

    /** Of several images with one name, the newest. */
    Optional<JsonNode> named(String name) {
        return active(Map.of("name", name)).stream().findFirst();
    }

    /** An image with this content: by the site's own checksum, or one that we brought into our own project. */
    Optional<JsonNode> withSha256(String sha256) {
        return active(Map.of("os_hash_algo", "sha256", "os_hash_value", sha256)).stream()
                .findFirst()
                .or(() -> active(Map.of(
                                SHA256_PROPERTY,
                                sha256,
                                "owner",
                                session.token().projectId()))
                        .stream()
                        .findFirst());
    }

    /** The id of the image that a machine starts from. */
    String idOf(ImageSource source) {
        Optional<JsonNode> found = switch (source) {
            case ImageSource.Named named -> named(named.name());
            case ImageSource.WithChecksum content -> withSha256(content.sha256());
            case ImageSource.AtAddress address -> withSha256(address.sha256());
            case ImageSource.AtSite elsewhere -> Optional.empty();
        };
        return found.map(image -> image.path("id").asText())
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.NOT_OFFERED, "The site has no image '" + source.label() + "' in use."));
    }

    /** The disk formats that can be brought in, as the site's schema lists them. */
    Optional<List<String>> formats() {
        Answer answer = images().ask("/v2/schemas/image");
        if (!answer.isSuccess()) {
            return Optional.empty();
        }
        JsonNode allowed = answer.json().at("/properties/disk_format/enum");
        if (!allowed.isArray()) {
            return Optional.empty();
        }
        List<String> formats = new ArrayList<>();
        allowed.forEach(format -> {
            if (format.isTextual()) {
                formats.add(format.asText());
            }
        });
        return Optional.of(formats);
    }

    /** The SHA-256 of an image's bytes, where it is known for certain. */
    Optional<String> sha256Of(JsonNode image) {
        if ("sha256".equals(image.path("os_hash_algo").asText())) {
            return Optional.of(image.path("os_hash_value").asText());
        }
        boolean ours = session.token().projectId().equals(image.path("owner").asText());
        return Optional.of(image.path(SHA256_PROPERTY).asText()).filter(known -> ours && !known.isEmpty());
    }

    Service images() {
        return session.service(ServiceType.IMAGE);
    }
}

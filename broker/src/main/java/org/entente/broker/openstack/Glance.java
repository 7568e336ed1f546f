package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreements.document.ImageSource;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteImages;
import org.openstack4j.api.Builders;
import org.openstack4j.model.image.v2.ContainerFormat;
import org.openstack4j.model.image.v2.DiskFormat;
import org.openstack4j.model.image.v2.Image;

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
    List<? extends Image> active(Map<String, String> filters) {
        Map<String, String> query = new TreeMap<>(filters);
        query.put("status", "active");
        query.put("sort", "created_at:desc");
        query.put("limit", String.valueOf(IMAGES_MAX));
        return listed(query);
    }

    /** Of several images with one name, the newest. */
    Optional<Image> named(String name) {
        return first(Map.of("name", name));
    }

    /** An image with this content: by the site's own checksum, or one that we brought into our own project. */
    Optional<Image> withSha256(String sha256) {
        return first(Map.of("os_hash_algo", "sha256", "os_hash_value", sha256))
                .or(() -> first(
                        Map.of(SHA256_PROPERTY, sha256, "owner", session.token().projectId())));
    }

    /** The images that we brought into our own project, in whatever state. */
    List<? extends Image> brought(String sha256) {
        return listed(Map.of(SHA256_PROPERTY, sha256, "owner", session.token().projectId()));
    }

    Optional<Image> find(String imageId) {
        return images().client().find(client -> client.imagesV2().get(Service.encoded(imageId)));
    }

    /** Tells of an image whose bytes are to follow. */
    Image describe(SiteImages.NewImage image, DiskFormat format) {
        return images().client()
                .call(client -> client.imagesV2()
                        .create(Builders.imageV2()
                                .name(image.name())
                                .diskFormat(format)
                                .containerFormat(ContainerFormat.BARE)
                                .visibility(Image.ImageVisibility.PRIVATE)
                                .additionalProperty(SHA256_PROPERTY, image.sha256())
                                .build()));
    }

    /** Ending what is not there is no error. */
    void delete(String imageId) {
        images().client()
                .attempt(client -> client.imagesV2().delete(Service.encoded(imageId)))
                .filter(refusal -> !refusal.isMissing())
                .ifPresent(refusal -> {
                    throw refusal.refusal();
                });
    }

    /** The id of the image that a machine starts from. */
    String idOf(ImageSource source) {
        Optional<Image> found = switch (source) {
            case ImageSource.Named named -> named(named.name());
            case ImageSource.WithChecksum content -> withSha256(content.sha256());
            case ImageSource.AtAddress address -> withSha256(address.sha256());
            case ImageSource.AtSite elsewhere -> Optional.empty();
        };
        return found.map(Image::getId)
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.NOT_OFFERED, "The site has no image '" + source.label() + "' in use."));
    }

    /** The disk formats that can be brought in, as the site's schema lists them, for which openstack4j has no model. */
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
    Optional<String> sha256Of(Image image) {
        if ("sha256".equals(image.getAdditionalPropertyValue("os_hash_algo"))) {
            return Optional.ofNullable(image.getAdditionalPropertyValue("os_hash_value"));
        }
        boolean ours = session.token().projectId().equals(image.getOwner());
        return Optional.ofNullable(image.getAdditionalPropertyValue(SHA256_PROPERTY))
                .filter(known -> ours && !known.isEmpty());
    }

    /** What an image's bytes are written in; absent where openstack4j knows no such format. */
    static Optional<String> formatOf(Image image) {
        return Optional.ofNullable(image.getDiskFormat())
                .filter(format -> format != DiskFormat.UNRECOGNIZED)
                .map(DiskFormat::value);
    }

    private Optional<Image> first(Map<String, String> filters) {
        return active(filters).stream().<Image>map(image -> image).findFirst();
    }

    private List<? extends Image> listed(Map<String, String> query) {
        return images().client().call(client -> client.imagesV2().list(query));
    }

    Service images() {
        return session.service(ServiceType.IMAGE);
    }
}

package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.broker.openstack.OpenStackSession.Outgoing;
import org.entente.broker.site.FileDigest;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.SiteImages;

/** Glance v2's files. An upload that was cut off is begun again under a new image, as Glance cannot go on with it. */
final class GlanceImages implements SiteImages {
    private static final Duration TRANSFER_TIMEOUT = Duration.ofHours(2);

    private final OpenStackSession session;
    private final Glance glance;

    GlanceImages(OpenStackSession session) {
        this.session = session;
        this.glance = new Glance(session);
    }

    @Override
    public Optional<StoredImage> named(String name) {
        return glance.named(name).map(GlanceImages::stored);
    }

    @Override
    public Optional<StoredImage> withSha256(String sha256) {
        return glance.withSha256(sha256).map(GlanceImages::stored);
    }

    @Override
    public ImageBytes read(StoredImage image, long from) {
        Map<String, String> range = from == 0 ? Map.of() : Map.of("Range", "bytes=" + from + "-");
        HttpResponse<InputStream> answer = session.transfer(
                ServiceType.IMAGE,
                new Outgoing("GET", fileOf(image.id()), range, BodyPublishers.noBody()),
                BodyHandlers.ofInputStream(),
                TRANSFER_TIMEOUT);
        return switch (answer.statusCode()) {
            case 200 -> new ImageBytes(0, answer.body());
            case 206 -> new ImageBytes(from, answer.body());
            default -> throw refused(answer);
        };
    }

    @Override
    public StoredImage bringIn(NewImage image, Path bytes) {
        checkFormat(image.format());
        JsonNode there = brought(image.sha256()).orElseGet(() -> describe(image));
        if (!"active".equals(there.path("status").asText())) {
            upload(there.path("id").asText(), bytes);
        }
        JsonNode whole = glance.images().get("/v2/images/" + there.path("id").asText());
        StoredImage stored = stored(whole);
        if (!"active".equals(whole.path("status").asText())
                || stored.checksum().filter(told -> !isChecksumOf(told, bytes)).isPresent()) {
            remove(stored.id());
            throw new SiteException(
                    Code.BROKEN, session.site() + " holds other bytes than those of the image that it was given.");
        }
        return stored;
    }

    @Override
    public void remove(String imageId) {
        Answer answer = glance.images().ask("/v2/images/" + Service.encoded(imageId));
        if (answer.isMissing() || !answer.json().has(Glance.SHA256_PROPERTY)) {
            return;
        }
        glance.images().delete("/v2/images/" + Service.encoded(imageId));
    }

    /** What an earlier call brought in. An upload that was cut off leaves an image that nothing can be made of. */
    private Optional<JsonNode> brought(String sha256) {
        List<JsonNode> ours = glance.images()
                .list(
                        "/v2/images"
                                + Service.query(Map.of(
                                        Glance.SHA256_PROPERTY,
                                        sha256,
                                        "owner",
                                        session.token().projectId())),
                        "images");
        ours.stream()
                .filter(image -> !List.of("active", "queued")
                        .contains(image.path("status").asText()))
                .forEach(image -> remove(image.path("id").asText()));
        return ours.stream()
                .filter(image -> List.of("active", "queued")
                        .contains(image.path("status").asText()))
                .min((one, other) -> one.path("status")
                        .asText()
                        .compareTo(other.path("status").asText()));
    }

    private JsonNode describe(NewImage image) {
        ObjectNode description = JsonNodeFactory.instance
                .objectNode()
                .put("name", image.name())
                .put("disk_format", image.format())
                .put("container_format", "bare")
                .put("visibility", "private")
                .put(Glance.SHA256_PROPERTY, image.sha256());
        return glance.images().post("/v2/images", description).json();
    }

    private void upload(String imageId, Path bytes) {
        try {
            HttpResponse<byte[]> answer = session.transfer(
                    ServiceType.IMAGE,
                    new Outgoing(
                            "PUT",
                            fileOf(imageId),
                            Map.of("Content-Type", "application/octet-stream"),
                            BodyPublishers.ofFile(bytes)),
                    head -> new BoundedBody(Transport.BODY_BYTES_MAX),
                    TRANSFER_TIMEOUT);
            new Answer(session.site(), answer.statusCode(), answer.headers(), answer.body()).succeeded();
        } catch (FileNotFoundException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    private void checkFormat(String format) {
        Optional<List<String>> accepted = glance.formats();
        if (accepted.filter(formats -> !formats.contains(format)).isPresent()) {
            throw new SiteException(
                    Code.NOT_OFFERED,
                    "The image is " + format + "; this site's Glance accepts "
                            + String.join(", ", accepted.orElseThrow()) + ".");
        }
    }

    private SiteException refused(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return new Answer(session.site(), answer.statusCode(), answer.headers(), body.readNBytes(4096)).refusal();
        } catch (IOException cut) {
            return new SiteException(Code.UNREACHABLE, session.site() + " did not answer whole.", cut);
        }
    }

    private static boolean isChecksumOf(Checksum told, Path bytes) {
        return FileDigest.of(bytes, told.algorithm()).equals(told.value());
    }

    private static String fileOf(String imageId) {
        return "/v2/images/" + Service.encoded(imageId) + "/file";
    }

    private static StoredImage stored(JsonNode image) {
        return new StoredImage(
                image.path("id").asText(),
                image.path("name").asText(),
                image.path("disk_format").asText(),
                Optional.of(image.path("size")).filter(JsonNode::isNumber).map(JsonNode::asLong),
                algorithm(image)
                        .map(algorithm -> new Checksum(
                                algorithm, image.path("os_hash_value").asText())));
    }

    private static Optional<String> algorithm(JsonNode image) {
        return switch (image.path("os_hash_algo").asText().toLowerCase(Locale.ROOT)) {
            case "sha256" -> Optional.of("SHA-256");
            case "sha384" -> Optional.of("SHA-384");
            case "sha512" -> Optional.of("SHA-512");
            default -> Optional.empty();
        };
    }
}

package org.entente.broker.openstack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.broker.openstack.OpenStackSession.Outgoing;
import org.entente.broker.site.FileDigest;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.SiteImages;
import org.openstack4j.model.image.v2.DiskFormat;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.model.image.v2.Image.ImageStatus;

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
        DiskFormat format = accepted(image.format());
        Image there = brought(image.sha256()).orElseGet(() -> glance.describe(image, format));
        if (there.getStatus() != ImageStatus.ACTIVE) {
            upload(there.getId(), bytes);
        }
        Image whole = glance.find(there.getId())
                .orElseThrow(() ->
                        new SiteException(Code.UNREACHABLE, session.site() + " has lost the image that it was given."));
        StoredImage stored = stored(whole);
        if (whole.getStatus() != ImageStatus.ACTIVE
                || stored.checksum().filter(told -> !isChecksumOf(told, bytes)).isPresent()) {
            remove(stored.id());
            throw new SiteException(
                    Code.BROKEN, session.site() + " holds other bytes than those of the image that it was given.");
        }
        return stored;
    }

    @Override
    public void remove(String imageId) {
        if (glance.find(imageId)
                .filter(image -> image.getAdditionalPropertyValue(Glance.SHA256_PROPERTY) != null)
                .isPresent()) {
            glance.delete(imageId);
        }
    }

    /** What an earlier call brought in. An upload that was cut off leaves an image that nothing can be made of. */
    private Optional<Image> brought(String sha256) {
        List<? extends Image> ours = glance.brought(sha256);
        ours.stream().filter(image -> !isOfUse(image)).forEach(image -> remove(image.getId()));
        return ours.stream()
                .filter(GlanceImages::isOfUse)
                .<Image>map(image -> image)
                .min(Comparator.comparing(image -> image.getStatus() != ImageStatus.ACTIVE));
    }

    private static boolean isOfUse(Image image) {
        return image.getStatus() == ImageStatus.ACTIVE || image.getStatus() == ImageStatus.QUEUED;
    }

    /** As a stream, and by the transport itself: openstack4j would hold an image whole in memory. */
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

    private DiskFormat accepted(String format) {
        Optional<List<String>> accepted = glance.formats();
        if (accepted.filter(formats -> !formats.contains(format)).isPresent()) {
            throw new SiteException(
                    Code.NOT_OFFERED,
                    "The image is " + format + "; this site's Glance accepts "
                            + String.join(", ", accepted.orElseThrow()) + ".");
        }
        DiskFormat known = DiskFormat.value(format);
        if (known == DiskFormat.UNRECOGNIZED) {
            throw new SiteException(
                    Code.NOT_OFFERED, "Images in the format " + format + " cannot be brought to a site.");
        }
        return known;
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

    private static StoredImage stored(Image image) {
        return new StoredImage(
                image.getId(),
                Objects.requireNonNullElse(image.getName(), ""),
                Glance.formatOf(image).orElse(""),
                Optional.ofNullable(image.getSize()),
                checksum(image));
    }

    private static Optional<Checksum> checksum(Image image) {
        String value = Objects.requireNonNullElse(image.getAdditionalPropertyValue("os_hash_value"), "");
        return algorithm(Objects.requireNonNullElse(image.getAdditionalPropertyValue("os_hash_algo"), ""))
                .map(algorithm -> new Checksum(algorithm, value));
    }

    private static Optional<String> algorithm(String told) {
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "sha256" -> Optional.of("SHA-256");
            case "sha384" -> Optional.of("SHA-384");
            case "sha512" -> Optional.of("SHA-512");
            default -> Optional.empty();
        };
    }
}

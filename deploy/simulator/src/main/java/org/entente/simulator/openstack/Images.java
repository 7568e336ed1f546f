package org.entente.simulator.openstack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The images of one site: those that it came with, and those that were brought in. Their bytes are kept in memory. */
final class Images {
    static final int IMAGES_MAX = 100;

    private final CloudShape shape;
    private final List<Kept> images = new ArrayList<>();

    /**
     * One image.
     *
     * @param content absent until it has been brought in
     * @param properties all others, by name
     */
    record Kept(
            String id, String name, String format, @Nullable ImageContent content, Map<String, String> properties) {
        String status() {
            return content == null ? "queued" : "active";
        }
    }

    Images(CloudShape shape) {
        this.shape = shape;
        shape.images()
                .forEach(image -> images.add(new Kept(
                        image.id(),
                        image.name(),
                        "qcow2",
                        ImageContent.named(image.name()),
                        Map.of("visibility", "public"))));
    }

    /** Newest first. */
    synchronized List<Kept> all() {
        return images.reversed().stream().toList();
    }

    synchronized Kept add(String id, String name, String format, Map<String, String> properties) {
        if (images.size() >= IMAGES_MAX) {
            throw OpenStackFault.forbidden("Quota exceeded for images");
        }
        Map<String, String> all = new HashMap<>(properties);
        all.put("owner", shape.projectId());
        all.putIfAbsent("visibility", "private");
        Kept made = new Kept(id, name, format, null, Map.copyOf(all));
        images.add(made);
        return made;
    }

    synchronized void fill(String id, byte[] bytes) {
        Kept image = get(id);
        if (image.content() != null) {
            throw OpenStackFault.conflict("Image status transition from active to saving is not allowed");
        }
        images.replaceAll(kept -> kept.id().equals(id)
                ? new Kept(id, kept.name(), kept.format(), ImageContent.of(bytes), kept.properties())
                : kept);
    }

    synchronized Kept rename(String id, String name) {
        Kept image = get(id);
        Kept named = new Kept(id, name, image.format(), image.content(), image.properties());
        images.replaceAll(kept -> kept.id().equals(id) ? named : kept);
        return named;
    }

    synchronized Kept get(String id) {
        return images.stream()
                .filter(image -> image.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OpenStackFault.notFound("No image found with ID " + id));
    }

    synchronized void remove(String id) {
        images.remove(get(id));
    }

    /** The image as a server starts from it. */
    synchronized Optional<CloudShape.Image> usable(String id) {
        return images.stream()
                .filter(image -> image.id().equals(id) && image.content() != null)
                .findFirst()
                .map(image -> new CloudShape.Image(image.id(), image.name(), sizeOf(image)));
    }

    static long sizeOf(Kept image) {
        ImageContent content = image.content();
        return content == null ? 0 : content.bytes().length;
    }
}

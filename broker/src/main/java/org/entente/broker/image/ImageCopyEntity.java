package org.entente.broker.image;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One image on its way to one site, or there. */
@Entity
@Table(schema = "broker", name = "image_copy")
class ImageCopyEntity {
    @Id
    UUID copy;

    String site;

    /** What it is a copy of, in words that are the same for the same image. */
    String source;

    /** The site that it comes from, with the image's name there; or the address. */
    @Nullable String sourceSite;

    @Nullable String sourceName;

    @Nullable String sourceAddress;

    @Enumerated(EnumType.STRING)
    CopyState state;

    @Nullable String sha256;

    @Nullable String imageId;

    long arrivedBytes;

    @Nullable Long sizeBytes;

    /** Whether it stays though no instance needs it. */
    boolean pinned;

    @Nullable String reason;

    int attempts;
    Instant dueAt;

    @Version
    int version;
}

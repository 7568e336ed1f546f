package org.entente.broker.site;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The images of virtual machines at one site, for copies from one site to another. Fails as {@link Site} does. */
public interface SiteImages {
    /** Of several images in use with one name, the newest. */
    Optional<StoredImage> named(String name);

    /** An image in use whose bytes have this SHA-256. */
    Optional<StoredImage> withSha256(String sha256);

    /** The image's bytes from one of them on; from the first on where the site cannot skip. The caller closes them. */
    ImageBytes read(StoredImage image, long from);

    /**
     * Brings an image in, or finds that an earlier call did. When it returns, the site has told that it holds the whole
     * image, with the checksum that its bytes here have.
     */
    StoredImage bringIn(NewImage image, Path bytes);

    /** Removes an image that we brought in. What is not there, or was not brought in by us, is left alone. */
    void remove(String imageId);

    /**
     * An image at a site.
     *
     * @param format its disk format, as Glance names them
     * @param sizeBytes absent where the site does not tell
     * @param checksum what the site says of its bytes
     */
    record StoredImage(String id, String name, String format, Optional<Long> sizeBytes, Optional<Checksum> checksum) {}

    /**
     * The digest of an image's bytes.
     *
     * @param algorithm as Java names it: {@code SHA-256}, {@code SHA-512}
     * @param value in lower case hexadecimal
     */
    record Checksum(String algorithm, String value) {}

    /** An image to bring in, known afterwards by its checksum. */
    record NewImage(String name, String format, String sha256) {}

    /** A stream of an image's bytes, with the number of the first of them. */
    record ImageBytes(long from, InputStream stream) {}
}

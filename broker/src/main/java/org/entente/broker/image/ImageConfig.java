package org.entente.broker.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How images are copied. */
@ConfigMapping(prefix = "entente.images")
public interface ImageConfig {
    /** Where what has arrived of an image is kept until it has been passed on: a folder with room for the largest ones. */
    @WithDefault("${java.io.tmpdir}/entente-images")
    String folder();

    /** The most bytes of one image. */
    @WithDefault("53687091200")
    long bytesMax();

    /** How many copies run at once. */
    @WithDefault("4")
    int copiesAtOnce();

    /** How often copies that are due are looked for. */
    @WithDefault("0.5s")
    String lookEvery();

    /** How soon a copy that was cut off goes on. */
    @WithDefault("5s")
    Duration retryAfter();

    /** How often a copy may be cut off before it is given up. */
    @WithDefault("20")
    int attemptsMax();

    /** How long a copy stays when the last instance that needed it is gone. */
    @WithDefault("1h")
    Duration keptUnused();

    /** Whether images may be fetched from addresses inside our own networks. For development alone. */
    @WithDefault("false")
    boolean inwardAddresses();
}

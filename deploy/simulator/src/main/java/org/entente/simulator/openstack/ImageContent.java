package org.entente.simulator.openstack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of an image with their SHA-512, which is what Glance keeps by default. */
final class ImageContent {
    private static final int BYTES_OF_NAMED = 1 << 20;
    private static final Map<String, ImageContent> NAMED = new ConcurrentHashMap<>();

    private final byte[] bytes;
    private final String sha512;

    private ImageContent(byte[] bytes, String sha512) {
        this.bytes = bytes;
        this.sha512 = sha512;
    }

    byte[] bytes() {
        return bytes;
    }

    String sha512() {
        return sha512;
    }

    static ImageContent of(byte[] bytes) {
        try {
            return new ImageContent(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-512").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The image of a name is the same at every site, and is made once. */
    static ImageContent named(String name) {
        return NAMED.computeIfAbsent(name, fresh -> {
            byte[] bytes = new byte[BYTES_OF_NAMED];
            new SplittableRandom(name.hashCode()).nextBytes(bytes);
            System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, name.length());
            return of(bytes);
        });
    }
}

package org.entente.broker.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The images of a site in memory, with a switch for each accident that a copy must survive. */
public final class FakeImages implements SiteImages {
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final List<Long> reads = new CopyOnWriteArrayList<>();
    private final List<String> broughtIn = new CopyOnWriteArrayList<>();
    private volatile int cutAfter = Integer.MAX_VALUE;

    private static final class Held {
        private final StoredImage image;
        private final String sha256;
        private final byte[] bytes;

        private Held(StoredImage image, String sha256, byte[] bytes) {
            this.image = image;
            this.sha256 = sha256;
            this.bytes = bytes;
        }
    }

    /** An image that was always there. */
    public void holds(String name, byte[] bytes, String sha256) {
        held.put(name, new Held(stored(name, bytes, sha256), sha256, bytes));
    }

    /** From now on an image stops arriving after so many bytes. */
    public void cutsOffAfter(int bytes) {
        cutAfter = bytes;
    }

    /** The bytes that each reading began at. */
    public List<Long> reads() {
        return List.copyOf(reads);
    }

    /** The checksums of what was brought in, once for each time. */
    public List<String> broughtIn() {
        return List.copyOf(broughtIn);
    }

    /** An image has another name from now on. */
    void rename(String sha256, String name) {
        Held one = held.values().stream()
                .filter(each -> each.sha256.equals(sha256))
                .findFirst()
                .orElseThrow();
        held.remove(one.image.name());
        holds(name, one.bytes, sha256);
    }

    /** How many images are there now. */
    public int count() {
        return held.size();
    }

    @Override
    public Optional<StoredImage> named(String name) {
        return Optional.ofNullable(held.get(name)).map(one -> one.image);
    }

    @Override
    public Optional<StoredImage> withSha256(String sha256) {
        return held.values().stream()
                .filter(one -> one.sha256.equals(sha256))
                .map(one -> one.image)
                .findFirst();
    }

    @Override
    public ImageBytes read(StoredImage image, long from) {
        reads.add(from);
        byte[] bytes = Optional.ofNullable(held.get(image.name())).orElseThrow().bytes;
        int end = (int) Math.min(bytes.length, from + cutAfter);
        InputStream rest = new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) from, end));
        return new ImageBytes(from, end < bytes.length ? new SequenceInputStream(rest, new Cut()) : rest);
    }

    @Override
    public StoredImage bringIn(NewImage image, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            broughtIn.add(FileDigest.of(file, "SHA-256"));
            holds(image.name(), bytes, image.sha256());
            return stored(image.name(), bytes, image.sha256());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void remove(String imageId) {
        held.values().removeIf(one -> one.image.id().equals(imageId));
    }

    private static StoredImage stored(String name, byte[] bytes, String sha256) {
        return new StoredImage(
                "id-" + name,
                name,
                "qcow2",
                Optional.of((long) bytes.length),
                Optional.of(new Checksum("SHA-256", sha256)));
    }

    /** A connection that ends in the middle. */
    private static final class Cut extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return read();
        }
    }
}

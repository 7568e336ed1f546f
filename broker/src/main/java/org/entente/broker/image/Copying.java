package org.entente.broker.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.FileDigest;
import org.entente.broker.site.SiteConnections;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.SiteImages;
import org.entente.broker.site.SiteImages.ImageBytes;
import org.entente.broker.site.SiteImages.NewImage;
import org.entente.broker.site.SiteImages.StoredImage;
import org.entente.broker.site.Sites;

/**
 * Brings one image from where it is to the site that needs it. What has arrived is kept in a file, so that the next attempt
 * goes on from there; only when the whole of it has the right checksum is it passed on.
 */
@ApplicationScoped
public class Copying {
    static final Duration LEASE = Duration.ofMinutes(5);
    private static final int PIECE_BYTES = 1 << 16;
    private static final long TOLD_EVERY_BYTES = 8L << 20;

    private final Sites sites;
    private final SiteConnections connections;
    private final ImageCopies copies;
    private final WebImages web;
    private final ImageConfig config;
    private final InstantSource clock;

    Copying(
            Sites sites,
            SiteConnections connections,
            ImageCopies copies,
            WebImages web,
            ImageConfig config,
            InstantSource clock) {
        this.sites = sites;
        this.connections = connections;
        this.copies = copies;
        this.web = web;
        this.config = config;
        this.clock = clock;
    }

    /** Returns when the site holds the image and the copy's row says so. The lock is only held, never looked at. */
    @SuppressWarnings("try")
    void copy(Copy copy) {
        Optional<StoredImage> there =
                copy.sha256().flatMap(known -> imagesAt(copy.to()).withSha256(known));
        if (there.isPresent()) {
            copies.ready(copy.id(), copy.sha256().orElseThrow(), "", clock.instant());
            return;
        }
        Path file = fileOf(copy);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = alone(channel)) {
            String format = arrive(copy, channel, file);
            String sha256 = FileDigest.of(file, "SHA-256");
            check(copy.sha256().filter(wanted -> !wanted.equals(sha256)).isEmpty(), channel);
            StoredImage brought = imagesAt(copy.to())
                    .bringIn(new NewImage("entente-" + sha256.substring(0, 12), format, sha256), file);
            copies.ready(copy.id(), sha256, brought.id(), clock.instant());
            Files.delete(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Takes the image away from the site again, unless the site had it before we came. */
    void remove(Copy copy) {
        copy.imageId()
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> imagesAt(copy.to()).remove(id));
        copies.removed(copy.id());
    }

    void forgetFile(Copy copy) {
        try {
            Files.deleteIfExists(fileOf(copy));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Reads on from what has arrived, to the end; returns the image's format. */
    private String arrive(Copy copy, FileChannel channel, Path file) throws IOException {
        return switch (copy.source()) {
            case Copy.Source.OtherSite other -> {
                SiteImages images = imagesAt(other.site());
                StoredImage image = images.named(other.name())
                        .orElseThrow(() -> new SiteException(
                                Code.NOT_OFFERED,
                                "The site " + other.site() + " has no image '" + other.name() + "' in use."));
                if (image.sizeBytes().filter(size -> size == size(channel)).isEmpty()) {
                    write(copy, images.read(image, size(channel)), image.sizeBytes(), channel);
                }
                check(
                        image.checksum()
                                .filter(told ->
                                        !FileDigest.of(file, told.algorithm()).equals(told.value()))
                                .isEmpty(),
                        channel);
                yield image.format();
            }
            case Copy.Source.Address address -> {
                WebImages.Opened opened = web.open(address.address(), size(channel));
                write(copy, opened.bytes(), opened.sizeBytes(), channel);
                yield ImageFormat.of(file);
            }
        };
    }

    private void write(Copy copy, ImageBytes bytes, Optional<Long> size, FileChannel channel) throws IOException {
        try (InputStream stream = bytes.stream()) {
            channel.truncate(bytes.from());
            channel.position(bytes.from());
            byte[] piece = new byte[PIECE_BYTES];
            long told = bytes.from();
            copies.arrived(copy.id(), told, size, clock.instant().plus(LEASE));
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                if (channel.position() + read > config.bytesMax()) {
                    throw new SiteException(
                            Code.NOT_OFFERED, "The image has more than " + config.bytesMax() + " bytes.");
                }
                channel.write(ByteBuffer.wrap(piece, 0, read));
                if (channel.position() - told >= TOLD_EVERY_BYTES) {
                    told = channel.position();
                    copies.arrived(copy.id(), told, size, clock.instant().plus(LEASE));
                }
            }
        } catch (IOException cut) {
            copies.arrived(copy.id(), channel.size(), size, clock.instant().plus(LEASE));
            throw new SiteException(Code.UNREACHABLE, "The image stopped arriving: " + cut.getMessage(), cut);
        }
        checkWhole(size, channel);
        copies.arrived(copy.id(), channel.size(), size, clock.instant().plus(LEASE));
    }

    private static void checkWhole(Optional<Long> size, FileChannel channel) throws IOException {
        if (size.isPresent() && channel.size() < size.get()) {
            throw new SiteException(
                    Code.UNREACHABLE,
                    "The image stopped arriving after " + channel.size() + " of " + size.get() + " bytes.");
        }
    }

    /** What is corrupt is not gone on from. */
    private static void check(boolean isRight, FileChannel channel) throws IOException {
        if (!isRight) {
            channel.truncate(0);
            throw new SiteException(Code.BROKEN, "The image that arrived is not the one that its checksum names.");
        }
    }

    private SiteImages imagesAt(SiteId id) {
        ConnectedSite site = sites.find(id)
                .orElseThrow(() -> new SiteException(Code.NOT_OFFERED, "There is no site " + id + " any more."));
        return connections
                .at(site.technology(), site.endpoint())
                .images()
                .orElseThrow(() -> new SiteException(
                        Code.NOT_OFFERED, "The site " + id + " keeps no images of virtual machines."));
    }

    private Path fileOf(Copy copy) {
        try {
            return Files.createDirectories(Path.of(config.folder())).resolve(copy.id() + ".image");
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static long size(FileChannel channel) {
        try {
            return channel.size();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Two attempts never write one file, even where a lease ran out under the first. */
    private static FileLock alone(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException ours) {
            throw new SiteException(Code.UNREACHABLE, "Another attempt is still at work on the image.", ours);
        }
        throw new SiteException(Code.UNREACHABLE, "Another attempt is still at work on the image.");
    }
}

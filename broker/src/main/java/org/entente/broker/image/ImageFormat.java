package org.entente.broker.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.broker.site.SiteException;

/**
 * The disk format of a file, by its first bytes, as Glance names them. A qcow2 image that names a backing file is refused:
 * the file would be read on the host that starts it.
 */
final class ImageFormat {
    private static final int HEAD_BYTES = 16;
    private static final int BACKING_FILE_AT = 8;

    private ImageFormat() {}

    static String of(Path file) {
        byte[] head = head(file);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("QFI\u00fb")) {
            if (head.length == HEAD_BYTES && ByteBuffer.wrap(head).getLong(BACKING_FILE_AT) != 0) {
                throw new SiteException(
                        SiteException.Code.NOT_OFFERED, "The image stands on another file, which is not allowed.");
            }
            return "qcow2";
        }
        if (text.startsWith("KDMV")) {
            return "vmdk";
        }
        return text.startsWith("vhdxfile") ? "vhdx" : "raw";
    }

    private static byte[] head(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(HEAD_BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

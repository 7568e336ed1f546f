package org.entente.broker.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a file's bytes, read in pieces. */
public final class FileDigest {
    private static final int PIECE_BYTES = 1 << 16;

    private FileDigest() {}

    /** The digest, in lower case hexadecimal.
     *
     * @param algorithm as Java names it: {@code SHA-256}, {@code SHA-512} */
    public static String of(Path file, String algorithm) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] piece = new byte[PIECE_BYTES];
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException("There is no digest " + algorithm, unknown);
        }
    }
}

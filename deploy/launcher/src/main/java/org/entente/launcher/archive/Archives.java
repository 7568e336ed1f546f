package org.entente.launcher.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Unpacks archives with their links and execute permissions, and never outside the given folder. */
public final class Archives {
    private static final int OWNER_MAY_EXECUTE = 0b001_000_000;

    private Archives() {}

    /** Unpacks the one {@code .txz} file that a jar of PostgreSQL's programs holds. */
    public static void unpackPostgresql(Path jar, Path into) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(jar).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".txz")) {
                    unpackTarXz(zip.getInputStream(entry), into);
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no .txz file");
    }

    /** Unpacks a zip whose entries all lie in one folder, without that folder. */
    public static void unpackZipWithoutTopFolder(Path archive, Path into) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = inside(into, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    write(zip.getInputStream(entry), target, entry.getUnixMode());
                }
            }
        }
    }

    private static void unpackTarXz(InputStream compressed, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(compressed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(into, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    inside(
                            into,
                            into.relativize(target.resolveSibling(entry.getLinkName()))
                                    .toString());
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    write(tar, target, entry.getMode());
                }
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a file outside its folder: " + name);
        }
        return target;
    }

    private static void write(InputStream content, Path target, int mode) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(content, target);
        if ((mode & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

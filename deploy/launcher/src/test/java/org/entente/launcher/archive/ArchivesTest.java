package org.entente.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchivesTest {
    private static final int PROGRAM = 0100755;
    private static final int DATA = 0100644;

    @TempDir
    Path folder = Path.of("");

    private Path archive = folder;
    private Path into = folder;

    @BeforeEach
    void name() throws IOException {
        archive = folder.resolve("archive");
        into = Files.createDirectories(folder.resolve("into"));
    }

    @Test
    void aZipIsUnpackedWithoutItsTopFolder() throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zipped(zip, "keycloak-26/", DATA, "");
            zipped(zip, "keycloak-26/bin/kc.sh", PROGRAM, "run");
            zipped(zip, "keycloak-26/README", DATA, "read");
        }

        Archives.unpackZipWithoutTopFolder(archive, into);

        assertThat(into.resolve("bin/kc.sh")).hasContent("run").isExecutable();
        assertThat(into.resolve("README")).hasContent("read");
        assertThat(Files.getPosixFilePermissions(into.resolve("README")).toString())
                .doesNotContain("EXECUTE");
    }

    @Test
    void aZipThatNamesAFileOutsideItsFolderIsRefused() throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zipped(zip, "top/../../outside", DATA, "evil");
        }

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Archives.unpackZipWithoutTopFolder(archive, into))
                .withMessage("the archive names a file outside its folder: ../../outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void aDownloadThatWasCutShortIsRefused() throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zipped(zip, "top/file", DATA, "content".repeat(1_000));
        }
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Archives.unpackZipWithoutTopFolder(archive, into));
    }

    @Test
    void postgresqlIsUnpackedWithItsLinksAndPrograms() throws IOException {
        byte[] tar = tarXz(packed -> {
            directory(packed, "lib/");
            file(packed, "bin/postgres", PROGRAM, "run");
            file(packed, "lib/libpq.so.5.18", DATA, "library");
            link(packed, "lib/libpq.so.5", "libpq.so.5.18");
        });
        jarWith("postgres-linux-x86_64.txz", tar);

        Archives.unpackPostgresql(archive, into);

        assertThat(into.resolve("bin/postgres")).hasContent("run").isExecutable();
        assertThat(into.resolve("lib/libpq.so.5")).isSymbolicLink().hasContent("library");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        jarWith("postgres.txz", tarXz(packed -> link(packed, "lib/passwords", "../../secrets")));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Archives.unpackPostgresql(archive, into))
                .withMessageContaining("outside its folder");
        assertThat(into.resolve("lib/passwords")).doesNotExist();
    }

    @Test
    void aJarWithoutPostgresqlIsTold() throws IOException {
        jarWith("META-INF/MANIFEST.MF", new byte[0]);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Archives.unpackPostgresql(archive, into))
                .withMessage(archive + " holds no .txz file");
    }

    private interface Packing {
        void pack(TarArchiveOutputStream tar) throws IOException;
    }

    private void jarWith(String name, byte[] content) throws IOException {
        try (ZipArchiveOutputStream jar = new ZipArchiveOutputStream(archive)) {
            jar.putArchiveEntry(new ZipArchiveEntry(name));
            jar.write(content);
            jar.closeArchiveEntry();
        }
    }

    private static byte[] tarXz(Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(1)))) {
            packing.pack(tar);
        }
        return bytes.toByteArray();
    }

    private static void directory(TarArchiveOutputStream tar, String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name));
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void zipped(ZipArchiveOutputStream zip, String name, int mode, String content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }
}

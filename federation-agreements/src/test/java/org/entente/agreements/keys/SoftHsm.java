package org.entente.agreements.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entente.agreements.document.Samples;

/**
 * A SoftHSM 2 token of a test's own. SoftHSM reads the place of its tokens from the environment of the process, so the
 * build sets {@code SOFTHSM2_CONF} to the file that is written here.
 */
record SoftHsm(Path folder) {
    private static final String PIN = "123456";
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

    static SoftHsm absent() {
        return new SoftHsm(Path.of("no-token"));
    }

    static boolean isInstalled() {
        return LIBRARIES.stream().anyMatch(Files::exists) && System.getenv("SOFTHSM2_CONF") != null;
    }

    /** A new token with one P-256 key, made on the token itself. */
    static SoftHsm withKey(String alias) throws IOException, InterruptedException {
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path folder = Files.createDirectories(configuration.resolveSibling("softhsm-tokens"));
        Files.writeString(configuration, "directories.tokendir = " + folder + "\nlog.level = ERROR\n");
        SoftHsm made = new SoftHsm(folder);
        made.delete();
        Files.createDirectories(folder);
        run("softhsm2-util", "--init-token", "--free", "--label", "boreal", "--so-pin", PIN, "--pin", PIN);
        Path provider = Files.writeString(
                folder.resolveSibling("softhsm-provider.cfg"),
                "name = keytool\nlibrary = " + library() + "\nslotListIndex = 0\n");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                alias,
                "-dname",
                "CN=boreal",
                "-startdate",
                "-365d",
                "-validity",
                "3650",
                "-keystore",
                "NONE",
                "-storetype",
                "PKCS11",
                "-storepass",
                PIN,
                "-providerClass",
                "sun.security.pkcs11.SunPKCS11",
                "-providerArg",
                provider.toString());
        return made;
    }

    Pkcs11Signer signer(String alias) {
        return Pkcs11Signer.open(Samples.BOREAL, new Pkcs11Signer.Token(library(), 0), PIN.toCharArray(), alias);
    }

    void delete() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst().orElseThrow();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command[0] + " failed: " + output);
        }
    }
}

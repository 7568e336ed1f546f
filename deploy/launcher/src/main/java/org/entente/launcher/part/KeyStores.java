package org.entente.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.launcher.process.Command;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;

/** Makes each operator's signing key once: an Ed25519 pair in a PKCS#12 store. */
final class KeyStores {
    static final String ALIAS = "signing";

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PASSWORD_VARIABLE = "KEY_STORE_PASSWORD";

    private final Settings settings;
    private final Secrets secrets;
    private final Helpers helpers;

    KeyStores(Settings settings, Secrets secrets, Helpers helpers) {
        this.settings = settings;
        this.secrets = secrets;
        this.helpers = helpers;
    }

    /** The operator's key store, made now if there is none yet. */
    Path of(Operator operator) {
        Path store = secrets.folder().resolve(operator.id() + "-keys.p12");
        if (!Files.exists(store)) {
            make(operator, store);
        }
        return store;
    }

    String password(Operator operator) {
        return secrets.value(operator.id() + "-keys-password");
    }

    private void make(Operator operator, Path store) {
        Path beside = store.resolveSibling(store.getFileName() + ".new");
        Command keytool = new Command(
                List.of(
                        settings.javaHome().resolve("bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "Ed25519",
                        "-dname",
                        "CN=" + operator.id() + ", O=" + operator.title() + ", C=" + operator.country(),
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass:env",
                        PASSWORD_VARIABLE,
                        "-keystore",
                        beside.toString()),
                Map.of(PASSWORD_VARIABLE, password(operator)),
                secrets.folder(),
                settings.folders().log("keys"));
        try {
            Files.deleteIfExists(beside);
            helpers.run(keytool, LIMIT, "The signing key of " + operator.title() + " could not be made");
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
            Files.move(beside, store, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new LaunchException("Cannot write " + store + ": " + Reason.of(failed) + ".", failed);
        }
    }
}

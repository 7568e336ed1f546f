package org.entente.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts what one operator's server needs: a PostgreSQL of its own and a key store with a fresh signing key. */
public class OperatorParts implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().start();
            postgres = started;
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    started.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres",
                    "entente.keys.store",
                    keyStore("alba").toString(),
                    "entente.keys.password",
                    "development",
                    "entente.sites.credentials-key",
                    Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path keyStore(String operator) throws IOException {
        Path store = Files.createTempDirectory("entente-keys").resolve(operator + ".p12");
        addKey(store, "signing");
        return store;
    }

    /** Makes one more key in a store, as an operator's engineer would. */
    static void addKey(Path store, String alias) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "Ed25519",
                        "-alias",
                        alias,
                        "-dname",
                        "CN=" + alias,
                        "-validity",
                        "3650",
                        "-startdate",
                        "-1d",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "development")
                .inheritIO()
                .start();
        try {
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool made no key in the store " + store);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("keytool was interrupted", stopped);
        }
    }
}

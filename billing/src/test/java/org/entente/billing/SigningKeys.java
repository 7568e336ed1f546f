package org.entente.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.agreements.keys.Pkcs12Signer;
import org.entente.agreements.language.OperatorId;

/** Real Ed25519 keys in real PKCS#12 stores, made by the JDK's keytool. */
final class SigningKeys {
    private static final String PASSWORD = "development";

    private SigningKeys() {}

    static Pkcs12Signer signerOf(OperatorId operator) {
        try {
            Path folder = Files.createTempDirectory("billing-keys");
            Path store = folder.resolve(operator + ".p12");
            Process keytool =
                    new ProcessBuilder(command(operator, store)).inheritIO().start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed with " + keytool.exitValue());
            }
            Pkcs12Signer signer = Pkcs12Signer.open(operator, store, PASSWORD.toCharArray(), "signing");
            Files.delete(store);
            Files.delete(folder);
            return signer;
        } catch (IOException failed) {
            throw new IllegalStateException("No key could be made", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a key was made", interrupted);
        }
    }

    private static List<String> command(OperatorId operator, Path store) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "signing",
                "-keyalg",
                "Ed25519",
                "-dname",
                "CN=" + operator,
                "-startdate",
                "2020/01/01 00:00:00",
                "-validity",
                "36500",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
    }
}

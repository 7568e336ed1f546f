package org.entente.simulator.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/**
 * A certificate authority that this process trusts from now on, in place of the usual ones, as an operator's JVM would be
 * told with {@code javax.net.ssl.trustStore}.
 */
final class TrustedAuthority {
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    private TrustedAuthority() {}

    /** Takes the PEM certificate; the store of it is made in the folder. */
    static TrustedAuthority install(Path certificate, Path folder) {
        Path store = folder.resolve("trusted.p12");
        String password = "changeit";
        try (InputStream pem = Files.newInputStream(certificate);
                OutputStream out = Files.newOutputStream(store)) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("lab", authority);
            trusted.store(out, password.toCharArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException(certificate + " holds no certificate", malformed);
        }
        System.setProperty(STORE, store.toString());
        System.setProperty(PASSWORD, password);
        return new TrustedAuthority();
    }

    void remove() {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
    }
}

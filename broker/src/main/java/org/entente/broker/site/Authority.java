package org.entente.broker.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The authority that a site's certificate comes from, where it is none of the usual ones: what its certificates do not
 * vouch for is not trusted, and neither is anybody else. The name in a site's certificate is checked as ever.
 */
public final class Authority {
    private static final int CERTIFICATES_MAX = 50;

    private final TrustManager[] managers;

    private Authority(TrustManager[] managers) {
        this.managers = managers;
    }

    /**
     * The authority of these certificates.
     *
     * @param pem one or more X.509 certificates (RFC 7468)
     * @throws IllegalArgumentException where it is something else
     */
    public static Authority of(String pem) {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            if (certificates.isEmpty() || certificates.size() > CERTIFICATES_MAX) {
                throw new IllegalArgumentException("An authority has 1 to " + CERTIFICATES_MAX
                        + " certificates in PEM, but had " + certificates.size());
            }
            return new Authority(managers(certificates));
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException(
                    "An authority is told by its certificates in PEM, and this is none: " + malformed.getMessage(),
                    malformed);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("Every JDK can trust a certificate", impossible);
        }
    }

    private static TrustManager[] managers(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            trusted.setCertificateEntry("authority-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    /** Those that trust this authority alone. */
    public TrustManager[] trustManagers() {
        return managers.clone();
    }

    /** A context that trusts this authority alone. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK speaks TLS", impossible);
        }
    }
}

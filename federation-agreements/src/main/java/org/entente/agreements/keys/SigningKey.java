package org.entente.agreements.keys;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.entente.agreements.document.SignedDocument;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A private key that a key store gave us to use, and its public half as it is published. It counts from the moment in
 * which its certificate begins.
 *
 * @param provider the only security provider that can use the key, if it never leaves its device
 */
record SigningKey(PrivateKey privateKey, PublishedKey published, Optional<String> provider) {

    /** The key of this alias. Throws with a plain sentence where there is none. */
    static SigningKey in(KeyStore store, String where, char[] password, String alias, Optional<String> provider)
            throws GeneralSecurityException {
        if (!(store.getKey(alias, password) instanceof PrivateKey key)
                || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
            throw new IllegalStateException(where + " has no signing key called " + alias);
        }
        return new SigningKey(
                key,
                PublishedKey.of(
                        certificate.getPublicKey(), certificate.getNotBefore().toInstant()),
                provider);
    }

    SignedDocument.Signature sign(String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setEncodedPayload(payload);
        jws.setAlgorithmHeaderValue(published.algorithm());
        jws.setKeyIdHeaderValue(published.id());
        jws.setKey(privateKey);
        provider.ifPresent(name -> jws.setProviderContext(only(name)));
        try {
            String[] parts = jws.getCompactSerialization().split("\\.", -1);
            return new SignedDocument.Signature(parts[0], parts[2]);
        } catch (JoseException wrong) {
            throw new IllegalStateException("The signing key refused to sign", wrong);
        }
    }

    /** A record would print its key. */
    @Override
    public String toString() {
        return "SigningKey[" + published.id() + "]";
    }

    private static ProviderContext only(String provider) {
        ProviderContext context = new ProviderContext();
        context.getSuppliedKeyProviderContext().setSignatureProvider(provider);
        return context;
    }
}

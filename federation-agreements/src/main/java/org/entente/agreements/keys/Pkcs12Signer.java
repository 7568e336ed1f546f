package org.entente.agreements.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.OperatorId;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs with a key from a PKCS#12 key store (RFC 7292). The key is read once and never leaves this object. */
public final class Pkcs12Signer implements DocumentSigner {
    private final OperatorId operator;
    private final PrivateKey privateKey;
    private final PublishedKey publishedKey;

    private Pkcs12Signer(OperatorId operator, PrivateKey privateKey, PublishedKey publishedKey) {
        this.operator = operator;
        this.privateKey = privateKey;
        this.publishedKey = publishedKey;
    }

    /** The signer with the key of this alias. Throws with a plain sentence where the store cannot be used. */
    public static Pkcs12Signer open(OperatorId operator, Path store, char[] password, String alias) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            if (!(keys.getKey(alias, password) instanceof PrivateKey key)
                    || !(keys.getCertificate(alias) instanceof X509Certificate certificate)) {
                throw new IllegalStateException("The key store " + store + " has no signing key called " + alias);
            }
            return new Pkcs12Signer(
                    operator,
                    key,
                    PublishedKey.of(
                            certificate.getPublicKey(),
                            certificate.getNotBefore().toInstant()));
        } catch (IOException | GeneralSecurityException wrong) {
            throw new IllegalStateException("The key store " + store + " cannot be opened", wrong);
        }
    }

    @Override
    public OperatorId operator() {
        return operator;
    }

    @Override
    public PublishedKey publishedKey() {
        return publishedKey;
    }

    @Override
    public SignedDocument.Signature sign(String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setEncodedPayload(payload);
        jws.setAlgorithmHeaderValue(publishedKey.algorithm());
        jws.setKeyIdHeaderValue(publishedKey.id());
        jws.setKey(privateKey);
        try {
            String[] parts = jws.getCompactSerialization().split("\\.", -1);
            return new SignedDocument.Signature(parts[0], parts[2]);
        } catch (JoseException wrong) {
            throw new IllegalStateException("The signing key refused to sign", wrong);
        }
    }

    @Override
    public String toString() {
        return "Pkcs12Signer[" + operator + ", " + publishedKey.id() + "]";
    }
}

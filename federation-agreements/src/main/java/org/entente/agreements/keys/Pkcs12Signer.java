package org.entente.agreements.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.OperatorId;

/** Signs with a key from a PKCS#12 key store (RFC 7292). The key is read once and never leaves this object. */
public final class Pkcs12Signer implements DocumentSigner {
    private final OperatorId operator;
    private final SigningKey key;

    private Pkcs12Signer(OperatorId operator, SigningKey key) {
        this.operator = operator;
        this.key = key;
    }

    /** The signer with the key of this alias. Throws with a plain sentence where the store cannot be used. */
    public static Pkcs12Signer open(OperatorId operator, Path store, char[] password, String alias) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            return new Pkcs12Signer(
                    operator, SigningKey.in(keys, "The key store " + store, password, alias, Optional.empty()));
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
        return key.published();
    }

    @Override
    public SignedDocument.Signature sign(String payload) {
        return key.sign(payload);
    }

    @Override
    public String toString() {
        return "Pkcs12Signer[" + operator + ", " + key.published().id() + "]";
    }
}

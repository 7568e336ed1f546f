package org.entente.agreements.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Optional;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.OperatorId;

/**
 * Signs with a key that stays in a hardware security module, reached through its PKCS#11 library (OASIS PKCS #11 v2.40).
 * The JDK's provider has ES256 there and no EdDSA, so the key is one on the curve P-256.
 */
public final class Pkcs11Signer implements DocumentSigner {
    private final OperatorId operator;
    private final SigningKey key;

    private Pkcs11Signer(OperatorId operator, SigningKey key) {
        this.operator = operator;
        this.key = key;
    }

    /**
     * Which token of which library.
     *
     * @param library the module's PKCS#11 library
     * @param slot the index of the token's slot in the library's list, from 0
     */
    public record Token(Path library, int slot) {
        String configuration(OperatorId operator) {
            return "--name = " + operator + "-" + slot + "\nlibrary = " + library + "\nslotListIndex = " + slot + "\n";
        }

        @Override
        public String toString() {
            return "slot " + slot + " of " + library;
        }
    }

    /** The signer with the token's key of this alias. Throws with a plain sentence where the token cannot be used. */
    public static Pkcs11Signer open(OperatorId operator, Token token, char[] pin, String alias) {
        try {
            Provider provider = provider(token.configuration(operator));
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, pin);
            return new Pkcs11Signer(
                    operator,
                    SigningKey.in(keys, "The token in " + token, pin, alias, Optional.of(provider.getName())));
        } catch (IOException | GeneralSecurityException | ProviderException wrong) {
            throw new IllegalStateException("The token in " + token + " cannot be used", wrong);
        }
    }

    /** The provider of a token, registered under its name once in a process. */
    private static Provider provider(String configuration) {
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration);
        Provider known = Security.getProvider(provider.getName());
        if (known != null) {
            return known;
        }
        Security.addProvider(provider);
        return provider;
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
        return "Pkcs11Signer[" + operator + ", " + key.published().id() + "]";
    }
}

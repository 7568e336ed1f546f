package org.entente.agreements.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.OperatorId;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A signer with a key made for one test. */
public record TestKeys(OperatorId operator, KeyPair keys, PublishedKey publishedKey) implements DocumentSigner {
    /** For constants: every Java runtime has Ed25519. */
    static TestKeys made(OperatorId operator) {
        try {
            return ed25519(operator);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static TestKeys ed25519(OperatorId operator) throws GeneralSecurityException {
        return of(operator, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    public static TestKeys p256(OperatorId operator) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return of(operator, generator.generateKeyPair());
    }

    private static TestKeys of(OperatorId operator, KeyPair keys) {
        return new TestKeys(operator, keys, PublishedKey.of(keys.getPublic(), Instant.EPOCH));
    }

    @Override
    public SignedDocument.Signature sign(String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setEncodedPayload(payload);
        jws.setAlgorithmHeaderValue(publishedKey.algorithm());
        jws.setKeyIdHeaderValue(publishedKey.id());
        jws.setKey(keys.getPrivate());
        try {
            String[] parts = jws.getCompactSerialization().split("\\.", -1);
            return new SignedDocument.Signature(parts[0], parts[2]);
        } catch (JoseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}

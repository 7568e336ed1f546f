package org.entente.server;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A further key of Boreal, made for one test. */
record StubSigner(KeyPair keys, PublishedKey publishedKey) implements DocumentSigner {
    static StubSigner from(Instant validFrom) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new StubSigner(keys, PublishedKey.of(keys.getPublic(), validFrom));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform of today has Ed25519", impossible);
        }
    }

    @Override
    public OperatorId operator() {
        return BorealStub.BOREAL;
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

    /** Does not print its key. */
    @Override
    public String toString() {
        return "StubSigner[" + publishedKey.id() + "]";
    }
}

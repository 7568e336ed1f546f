package org.entente.broker;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The keys of three operators. The process is Alba; what Boreal and Cobalt say is signed here by keys of theirs. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Peers implements DocumentSigner {
    public static final OperatorId ALBA = new OperatorId("alba");
    public static final OperatorId BOREAL = new OperatorId("boreal");
    public static final OperatorId COBALT = new OperatorId("cobalt");

    private static final Map<OperatorId, KeyPair> KEYS = Map.of(ALBA, fresh(), BOREAL, fresh(), COBALT, fresh());

    /** A document from one operator to another as the other gets it: signed and verified. */
    public <B extends DocumentBody> VerifiedDocument<B> signed(
            OperatorId issuer, OperatorId audience, Instant issuedAt, List<DocumentHash> buildsOn, B body) {
        Document<B> document =
                new Document<>(new DocumentId(UUID.randomUUID()), issuer, audience, issuedAt, buildsOn, body);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        @SuppressWarnings("unchecked") // the body is the one given
        Class<B> type = (Class<B>) body.getClass();
        return verified(new SignedDocument(payload, List.of(sign(issuer, payload))))
                .as(type);
    }

    public VerifiedDocument<?> verified(SignedDocument signed) {
        return DocumentVerifier.verify(
                signed,
                KEYS.keySet().stream()
                        .map(operator -> new KeyHistory(operator, List.of(key(operator))))
                        .toList());
    }

    public static PublishedKey key(OperatorId operator) {
        return PublishedKey.of(keys(operator).getPublic(), Instant.EPOCH);
    }

    @Override
    public OperatorId operator() {
        return ALBA;
    }

    @Override
    public PublishedKey publishedKey() {
        return key(ALBA);
    }

    @Override
    public SignedDocument.Signature sign(String payload) {
        return sign(ALBA, payload);
    }

    private static SignedDocument.Signature sign(OperatorId operator, String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setEncodedPayload(payload);
        jws.setAlgorithmHeaderValue(key(operator).algorithm());
        jws.setKeyIdHeaderValue(key(operator).id());
        jws.setKey(keys(operator).getPrivate());
        try {
            String[] parts = jws.getCompactSerialization().split("\\.", -1);
            return new SignedDocument.Signature(parts[0], parts[2]);
        } catch (JoseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static KeyPair keys(OperatorId operator) {
        return Objects.requireNonNull(KEYS.get(operator));
    }

    private static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

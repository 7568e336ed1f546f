package org.entente.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;

/**
 * Documents verified per second by one thread, from the text that arrived to the value that can be believed, beside the
 * JDK's bare check of the same signatures over the same bytes.
 */
final class VerificationBenchmark {
    private static final OperatorId HOME = new OperatorId("alba");
    private static final OperatorId HOST = new OperatorId("boreal");
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    /** Different documents, so that nothing can be computed once for all. */
    private static final int DOCUMENTS = 64;

    private static final int CHECKS_PER_ROUND = 200;

    private final KeyPair keys;
    private final List<KeyHistory> histories;
    private final List<String> texts = new ArrayList<>();
    private final List<byte[]> signedBytes = new ArrayList<>();
    private final List<byte[]> signatures = new ArrayList<>();
    private int turn;

    private VerificationBenchmark() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        PublishedKey published = PublishedKey.of(keys.getPublic(), Instant.EPOCH);
        histories = List.of(new KeyHistory(HOME, List.of(published)));
        String header =
                base64(("{\"alg\":\"EdDSA\",\"kid\":\"" + published.id() + "\"}").getBytes(StandardCharsets.UTF_8));
        for (int number = 0; number < DOCUMENTS; number++) {
            arrive(header, order(number));
        }
    }

    /** The bare check first, then whole documents. */
    static Rates measured() throws GeneralSecurityException {
        VerificationBenchmark benchmark = new VerificationBenchmark();
        return Rates.of(
                "verification",
                CHECKS_PER_ROUND,
                List.of(
                        new Measurement.Subject("signatureCheckOfTheJdk", benchmark::bare),
                        new Measurement.Subject("documentVerified", benchmark::document)));
    }

    private long bare() {
        int number = next();
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(keys.getPublic());
            check.update(signedBytes.get(number));
            if (!check.verify(signatures.get(number))) {
                throw new IllegalStateException("A right signature was called wrong");
            }
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(wrong);
        }
        return 1;
    }

    private long document() {
        return DocumentVerifier.verify(SignedDocumentJson.read(texts.get(next())), histories)
                .signers()
                .size();
    }

    private int next() {
        turn = (turn + 1) % DOCUMENTS;
        return turn;
    }

    private static Document<OrderPlaced> order(int number) {
        List<OrderedInstance> instances = List.of(
                new OrderedInstance(
                        new InstanceId("web-" + number),
                        "web",
                        new SiteId("boreal-oslo"),
                        new OrderedWorkload.VirtualMachine("cirros", "m1.small")),
                new OrderedInstance(
                        new InstanceId("cache-" + number),
                        "cache",
                        new SiteId("boreal-bergen"),
                        new OrderedWorkload.ContainerGroup(
                                "redis:7", 2, new BigDecimal("0.25"), new BigDecimal("0.5"))));
        return new Document<>(
                new DocumentId(new UUID(1, number)),
                HOME,
                HOST,
                NOW,
                List.of(),
                new OrderPlaced(
                        new OrderId("order-" + number),
                        new AgreementId("alba-at-boreal"),
                        NOW.plusSeconds(60),
                        instances));
    }

    private void arrive(String header, Document<OrderPlaced> document) throws GeneralSecurityException {
        String payload = base64(DocumentCodec.write(document));
        byte[] signed = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(keys.getPrivate());
        signing.update(signed);
        byte[] signature = signing.sign();
        SignedDocument whole =
                new SignedDocument(payload, List.of(new SignedDocument.Signature(header, base64(signature))));
        texts.add(SignedDocumentJson.write(whole));
        signedBytes.add(signed);
        signatures.add(signature);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

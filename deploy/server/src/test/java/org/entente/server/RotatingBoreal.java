package org.entente.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.VerifiedDocument;

/** A Boreal that believes of Alba's keys what Alba's documents prove, changes its own keys, and loses messages by a seed. */
final class RotatingBoreal {
    private static final Duration OVERLAP = Duration.ofDays(7);

    private final Random network;
    private final Map<String, PublishedKey> albas = new LinkedHashMap<>();
    private final Map<String, PublishedKey> own = new LinkedHashMap<>();
    private final Map<DocumentHash, String> answers = new HashMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private DocumentSigner signer;

    RotatingBoreal(long seed, DocumentSigner first, String albasHistory) {
        network = new Random(seed);
        signer = first;
        own.put(first.publishedKey().id(), first.publishedKey());
        KeyHistoryJson.read(albasHistory).keys().forEach(key -> albas.put(key.id(), key));
    }

    /** A change of Boreal's own key on its way. */
    private record Change(DocumentSigner to, String document) {}

    private enum Fate {
        IS_LOST,
        ANSWER_IS_LOST,
        ARRIVES
    }

    private Fate fate() {
        return Fate.values()[network.nextInt(Fate.values().length)];
    }

    /** Alba hands a document in, perhaps in vain. */
    synchronized void receive(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Fate fate = fate();
        if (fate == Fate.IS_LOST) {
            exchange.close();
            return;
        }
        String answer;
        try {
            answer = answer(SignedDocumentJson.read(text));
        } catch (DocumentException refused) {
            problem(exchange, refused);
            return;
        }
        if (fate == Fate.ANSWER_IS_LOST) {
            exchange.close();
            return;
        }
        BorealStub.reply(exchange, SignedDocumentJson.MEDIA_TYPE, answer);
    }

    private static void problem(HttpExchange exchange, DocumentException refused) throws IOException {
        byte[] body = ("{\"code\":\"" + refused.code() + "\",\"detail\":\"refused\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(422, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String answer(SignedDocument signed) {
        String earlier = answers.get(signed.hash());
        if (earlier != null) {
            return earlier;
        }
        VerifiedDocument<?> received = verified(signed);
        String answer;
        if (received.body() instanceof KeyChange change) {
            believe(change);
            answer = SignedDocumentJson.write(signed.with(signer.sign(signed.payload())));
        } else {
            answer = BorealStub.signed(
                    BorealStub.document(new Acknowledgement(), Alba.now(), List.of(received.hash())), signer);
        }
        answers.put(signed.hash(), answer);
        return answer;
    }

    private void believe(KeyChange change) {
        PublishedKey key = PublishedKey.of(change.key(), change.validFrom());
        albas.putIfAbsent(key.id(), key);
        PublishedKey old = albas.get(change.replaces());
        if (old == null) {
            throw new AssertionError("Alba replaces a key that Boreal does not know");
        }
        albas.put(old.id(), new PublishedKey(old.id(), old.jwk(), old.validFrom(), Optional.of(change.retires())));
    }

    private VerifiedDocument<?> verified(SignedDocument signed) {
        return DocumentVerifier.verify(
                signed,
                List.of(
                        new KeyHistory(BorealStub.ALBA, List.copyOf(albas.values())),
                        new KeyHistory(BorealStub.BOREAL, List.copyOf(own.values()))));
    }

    /** Makes a new key and announces it, perhaps in vain; or tries again to announce the one that waits. */
    synchronized void rotate() {
        if (changes.isEmpty()) {
            Instant now = Alba.now();
            StubSigner next = StubSigner.from(now);
            own.put(next.publishedKey().id(), next.publishedKey());
            KeyChange change = new KeyChange(
                    next.publishedKey().bare(), now, signer.publishedKey().id(), now.plus(OVERLAP));
            changes.add(new Change(next, BorealStub.signed(BorealStub.document(change, now), signer)));
        }
        announce(fate());
    }

    private void announce(Fate fate) {
        Change change = changes.element();
        if (fate == Fate.IS_LOST) {
            return;
        }
        String answer = Alba.handIn(change.document()).statusCode(200).extract().asString();
        if (fate == Fate.ARRIVES) {
            SignedDocument confirmed = SignedDocumentJson.read(answer);
            if (!verified(confirmed).signers().contains(BorealStub.ALBA)) {
                throw new AssertionError("Alba did not confirm the key");
            }
            signer = change.to();
            changes.remove();
        }
    }

    /** Has everything arrive that waits. */
    synchronized void settle() {
        while (!changes.isEmpty()) {
            announce(Fate.ARRIVES);
        }
    }

    /** Each side takes the other's next document. Says which key of Alba's signed. */
    synchronized String exchangeDocuments() {
        SignedDocument answer = SignedDocumentJson.read(
                Alba.handIn(Alba.release(), signer).statusCode(200).extract().asString());
        if (!verified(answer).signers().contains(BorealStub.ALBA)) {
            throw new AssertionError("Alba did not sign its answer");
        }
        return DocumentVerifier.keyId(answer.signatures().getFirst());
    }
}

package org.entente.server;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.entente.agreements.document.SignedDocumentJson;

/** What lies between Alba and Boreal: it loses, repeats, delays and reorders messages and answers, by a seed. */
final class HostileNetwork {
    /** So often at most is one document harmed, or the two would never end. */
    private static final int HARM_MAX = 2;

    private static final List<Fate> FATES = List.of(Fate.values());

    private final Random random;
    private final Talk boreal;
    private final Map<String, Integer> harmed = new HashMap<>();
    private final List<String> copies = new ArrayList<>();

    HostileNetwork(long seed, Talk boreal) {
        this.random = new Random(seed);
        this.boreal = boreal;
    }

    private enum Fate {
        ARRIVES,
        IS_LOST,
        ANSWER_IS_LOST,
        ARRIVES_TWICE,
        ARRIVES_AGAIN_LATER
    }

    /** Alba hands a document in at Boreal. */
    synchronized void toBoreal(HttpExchange exchange) throws IOException {
        String document = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Fate fate = fate(document);
        if (fate == Fate.IS_LOST) {
            exchange.close();
            return;
        }
        String answer = boreal.receive(document);
        switch (fate) {
            case ARRIVES_TWICE -> boreal.receive(document);
            case ARRIVES_AGAIN_LATER -> copies.add(document);
            default -> somethingOldArrives();
        }
        if (fate == Fate.ANSWER_IS_LOST) {
            exchange.close();
            return;
        }
        BorealStub.reply(exchange, SignedDocumentJson.MEDIA_TYPE, answer);
    }

    /** Boreal hands the head of its outbox in at Alba, perhaps in vain. Says whether there was one. */
    boolean toAlba() {
        Optional<String> head = boreal.head();
        if (head.isEmpty()) {
            return false;
        }
        String document = head.get();
        switch (fate(document)) {
            case ARRIVES -> boreal.answered(handIn(document));
            case IS_LOST -> {}
            case ANSWER_IS_LOST -> handIn(document);
            case ARRIVES_TWICE -> {
                handIn(document);
                boreal.answered(handIn(document));
            }
            case ARRIVES_AGAIN_LATER -> {
                boreal.answered(handIn(document));
                handIn(document);
            }
        }
        return true;
    }

    private void somethingOldArrives() {
        if (!copies.isEmpty() && random.nextBoolean()) {
            boreal.receive(copies.get(random.nextInt(copies.size())));
        }
    }

    private synchronized Fate fate(String document) {
        Fate fate = FATES.get(random.nextInt(FATES.size()));
        return harmed.merge(document, 1, Integer::sum) > HARM_MAX ? Fate.ARRIVES : fate;
    }

    static String handIn(String document) {
        return given().contentType(SignedDocumentJson.MEDIA_TYPE)
                .body(document)
                .post("/peering/v1/documents")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

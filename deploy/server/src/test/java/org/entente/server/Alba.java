package org.entente.server;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;

/** The server under test, as a partner's broker and its own engineers call it. */
final class Alba {
    private Alba() {}

    /** Hands a signed document in at the door. */
    static ValidatableResponse handIn(String document) {
        return given().contentType(SignedDocumentJson.MEDIA_TYPE)
                .body(document)
                .post("/peering/v1/documents")
                .then();
    }

    /** Hands in what this key signs now. */
    static ValidatableResponse handIn(DocumentBody body, DocumentSigner by) {
        return handIn(BorealStub.signed(BorealStub.document(body, now()), by));
    }

    /** Posts as an engineer. */
    static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    /** What a signed answer says. */
    static DocumentBody body(String answer) {
        return DocumentCodec.read(SignedDocumentJson.read(answer).payloadBytes())
                .body();
    }

    /** Something harmless that a partner may always send. */
    static DocumentBody release() {
        return new ReleaseRequest(new OrderId("order-" + UUID.randomUUID()), List.of(new InstanceId("instance-1")));
    }

    /** As precise as the database keeps times, and no more. */
    static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.Pkcs12Signer;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Discovery;

/** A partner as far as tests of our door need one: it publishes a key, and signs what a test wants signed. */
final class BorealStub implements AutoCloseable {
    static final OperatorId BOREAL = new OperatorId("boreal");
    static final OperatorId ALBA = new OperatorId("alba");

    private final Pkcs12Signer signer;
    private final HttpServer server;
    private volatile List<PublishedKey> published;
    private volatile Optional<String> peering = Optional.empty();
    private volatile Optional<String> tokenEndpoint = Optional.empty();

    BorealStub() throws IOException {
        signer = signer("boreal");
        published = List.of(PublishedKey.of(signer.publishedKey().jwk(), Instant.EPOCH));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/entente", exchange -> reply(exchange, "application/json", discovery()));
        server.start();
    }

    static Pkcs12Signer signer(String operator) {
        try {
            return Pkcs12Signer.open(
                    new OperatorId(operator), OperatorParts.keyStore(operator), "development".toCharArray(), "signing");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Answers at one more path. */
    void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    static void reply(HttpExchange exchange, String mediaType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", mediaType);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Signs bytes as Boreal. */
    SignedDocument countersign(SignedDocument document) {
        return document.with(signer.sign(document.payload()));
    }

    /** Has Alba's engineer invite Boreal and confirm its key. */
    void befriend() {
        String fingerprint = given().contentType("application/json")
                .body("{\"url\":\"" + url() + "\"}")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/partners")
                .then()
                .statusCode(201)
                .body("state", equalTo("invited"))
                .extract()
                .path("fingerprint");
        confirm("0000-1111").statusCode(422).body("code", equalTo("FINGERPRINT_DIFFERS"));
        confirm(fingerprint).statusCode(200).body("state", equalTo("active"));
    }

    private static ValidatableResponse confirm(String fingerprint) {
        return given().contentType("application/json")
                .body("{\"fingerprint\":\"" + fingerprint + "\"}")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/partners/boreal/confirmation")
                .then();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A document from Boreal to Alba, issued now. */
    static Document<DocumentBody> document(DocumentBody body, Instant issuedAt) {
        return document(body, issuedAt, List.of());
    }

    /** A document that builds on others. */
    static Document<DocumentBody> document(DocumentBody body, Instant issuedAt, List<DocumentHash> buildsOn) {
        return new Document<>(new DocumentId(UUID.randomUUID()), BOREAL, ALBA, issuedAt, buildsOn, body);
    }

    String signed(Document<?> document) {
        return signed(document, signer);
    }

    static String signed(Document<?> document, DocumentSigner by) {
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        return SignedDocumentJson.write(new SignedDocument(payload, List.of(by.sign(payload))));
    }

    /** The key that Boreal has from the start. */
    DocumentSigner signer() {
        return signer;
    }

    /** Publishes these keys from now on. */
    void publish(PublishedKey... keys) {
        published = List.of(keys);
    }

    /** Publishes another address of the peering API from now on. */
    void publishPeering(String address) {
        peering = Optional.of(address);
    }

    /** Publishes another address of the token endpoint from now on. */
    void publishTokenEndpoint(String address) {
        tokenEndpoint = Optional.of(address);
    }

    /** What Boreal publishes, with a member that nobody knows yet. */
    String discovery() {
        return "{\"operator\":\"boreal\",\"name\":\"Boreal Edge\",\"country\":\"NO\",\"versions\":[\""
                + Discovery.VERSION
                + "\"],\"peering\":\"" + peering.orElse(url() + "/peering/v1") + "\",\"tokenEndpoint\":\""
                + tokenEndpoint.orElse(url() + "/token") + "\",\"tokenAudience\":\"" + url()
                + "\",\"future\":{\"member\":1},\"keys\":[" + keys() + "]}";
    }

    private String keys() {
        return published.stream()
                .map(key -> "\"" + key.dated().replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

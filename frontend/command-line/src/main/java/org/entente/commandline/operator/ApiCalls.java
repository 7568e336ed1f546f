package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpRequest;
import org.entente.commandline.http.Answer;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.http.Wire;

/** Calls of one operator's API with one user's token. */
final class ApiCalls {
    private final HttpCalls http;
    private final Operator operator;
    private final AccessTokens tokens;

    ApiCalls(HttpCalls http, Operator operator, AccessTokens tokens) {
        this.http = http;
        this.operator = operator;
        this.tokens = tokens;
    }

    <T> T get(String path, TypeReference<T> type) {
        return send(request(path).GET()).expect(200).as(type);
    }

    /** What is at a path as it is, for a file. */
    String text(String path, String mediaType) {
        return send(request(path).setHeader("Accept", mediaType).GET())
                .expect(200)
                .body();
    }

    Answer post(String path, Object body) {
        return post(path, body, IdempotencyKey.fresh());
    }

    Answer post(String path, Object body, IdempotencyKey key) {
        return send(withBody(path, "POST", body).header("Idempotency-Key", key.value()))
                .expect(200, 201, 202);
    }

    /** Posts without a body, for a call whose path says it all. */
    Answer post(String path, IdempotencyKey key) {
        return send(request(path).header("Idempotency-Key", key.value()).POST(HttpRequest.BodyPublishers.noBody()))
                .expect(200, 201, 202);
    }

    Answer post(String path) {
        return post(path, IdempotencyKey.fresh());
    }

    Answer put(String path, Object body) {
        return send(withBody(path, "PUT", body)
                        .header("Idempotency-Key", IdempotencyKey.fresh().value()))
                .expect(200, 204);
    }

    Answer delete(String path) {
        return send(request(path).DELETE()).expect(200, 202, 204);
    }

    private HttpRequest.Builder withBody(String path, String method, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Wire.text(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(operator.url() + path))
                .timeout(HttpCalls.TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.value());
    }

    private Answer send(HttpRequest.Builder request) {
        return http.send(request.build(), operator.server());
    }
}

package org.entente.commandline.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP calls with a limit on time and on the size of an answer. Follows no redirect. */
public final class HttpCalls {
    /** How long one call may take. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int ANSWER_BYTES_MAX = 64 * 1024 * 1024;

    private final HttpClient client;

    public HttpCalls() {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Sends a request and reads the whole answer, whatever its status. Throws {@link ApiException} without one. */
    public Answer send(HttpRequest request, Callee callee) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
                if (bytes.length > ANSWER_BYTES_MAX) {
                    throw new ApiException(
                            ApiException.ANSWER_UNEXPECTED,
                            callee.name() + " answered more than " + ANSWER_BYTES_MAX + " bytes at " + request.uri());
                }
                return new Answer(request, response, new String(bytes, StandardCharsets.UTF_8), callee);
            }
        } catch (IOException broken) {
            throw callee.silent(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ApiException(ApiException.UNREACHABLE, "The call to " + request.uri() + " was stopped", stopped);
        }
    }
}

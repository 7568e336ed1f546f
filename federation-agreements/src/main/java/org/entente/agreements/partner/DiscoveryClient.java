package org.entente.agreements.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.entente.agreements.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what another operator publishes of itself. Follows no redirect and reads no more than a bounded answer. */
@ApplicationScoped
public class DiscoveryClient {
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    DiscoveryClient(ObjectMapper json) {
        this.json = json;
    }

    Discovery fetch(URI url) {
        URI address = URI.create(url.toString().replaceAll("/+$", "") + "/.well-known/entente");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
                if (response.statusCode() != 200 || bytes.length > ANSWER_BYTES_MAX) {
                    throw unreadable(address, "it answered with status " + response.statusCode(), null);
                }
                return json.readValue(new String(bytes, StandardCharsets.UTF_8), Discovery.class);
            }
        } catch (JsonProcessingException wrong) {
            throw unreadable(address, "the answer is not a discovery document", wrong);
        } catch (IOException wrong) {
            throw new ProblemException(PartnerProblem.PARTNER_UNREACHABLE, "Nobody answered at " + address, wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    PartnerProblem.PARTNER_UNREACHABLE, "The call to " + address + " was stopped", stopped);
        }
    }

    private static ProblemException unreadable(URI address, String why, @Nullable Throwable cause) {
        String sentence = "What is published at " + address + " cannot be used: " + why;
        return cause == null
                ? new ProblemException(PartnerProblem.PARTNER_ANSWER_UNREADABLE, sentence)
                : new ProblemException(PartnerProblem.PARTNER_ANSWER_UNREADABLE, sentence, cause);
    }
}

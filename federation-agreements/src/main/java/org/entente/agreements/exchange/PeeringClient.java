package org.entente.agreements.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.partner.Partner;

/** Hands documents to partners' brokers. Follows no redirect, waits no longer than allowed, reads a bounded answer. */
@ApplicationScoped
public class PeeringClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** The statuses that say the document itself is at fault, so that another try would not help. */
    private static final Set<Integer> FINAL = Set.of(400, 409, 413, 415, 422);

    private final PartnerTokens tokens;
    private final ObjectMapper json;
    private final Duration answerTimeout;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PeeringClient(PartnerTokens tokens, ObjectMapper json, ExchangeConfig config) {
        this.tokens = tokens;
        this.json = json;
        this.answerTimeout = config.answerTimeout();
    }

    Delivery deliver(Partner partner, String document) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(partner.peering() + "/documents"))
                    .timeout(answerTimeout)
                    .header("Authorization", "Bearer " + tokens.token(partner))
                    .header("Content-Type", SignedDocumentJson.MEDIA_TYPE)
                    .header("Accept", SignedDocumentJson.MEDIA_TYPE + ", application/problem+json")
                    .POST(HttpRequest.BodyPublishers.ofString(document))
                    .build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return delivery(partner, response.statusCode(), text(response));
        } catch (IOException unreachable) {
            return new Delivery.Failed(partner.operator() + " cannot be reached: " + unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery.Failed("The delivery was stopped");
        }
    }

    private Delivery delivery(Partner partner, int status, String text) throws JsonProcessingException {
        if (status == 200) {
            return new Delivery.Answered(text);
        }
        if (status == 401) {
            tokens.forget(partner);
        }
        if (FINAL.contains(status)) {
            JsonNode problem = json.readTree(text);
            return new Delivery.Rejected(
                    problem.path("code").asText("REJECTED"),
                    problem.path("detail").asText("The partner's broker answered " + status));
        }
        return new Delivery.Failed(partner.operator() + " answered with status " + status);
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(SignedDocumentJson.TEXT_MAX + 1);
            if (bytes.length > SignedDocumentJson.TEXT_MAX) {
                throw new IOException("the answer is longer than any document may be");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}

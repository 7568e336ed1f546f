package org.entente.agreements.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.partner.OutwardAddresses;
import org.entente.agreements.partner.Partner;

/** Hands documents to partners' brokers. Follows no redirect, waits no longer than allowed, reads a bounded answer. */
@ApplicationScoped
public class PeeringClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** The statuses that say the document itself is at fault, so that another try would not help. */
    private static final Set<Integer> FINAL = Set.of(400, 409, 413, 415, 422);

    /** Those of them that need no problem to tell: nobody between us and the partner would let it through either. */
    private static final Set<Integer> FINAL_WITHOUT_WORDS = Set.of(413, 415);

    /**
     * The problems that go away although their status is final: our clock is ahead of the partner's, or its engineer has yet
     * to confirm our key.
     */
    private static final Set<String> PASSING = Set.of("DOCUMENT_FROM_THE_FUTURE", "SIGNATURE_KEY_UNKNOWN");

    private final PartnerTokens tokens;
    private final ObjectMapper json;
    private final Duration answerTimeout;
    private final OutwardAddresses outward;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    PeeringClient(PartnerTokens tokens, ObjectMapper json, ExchangeConfig config, OutwardAddresses outward) {
        this(tokens, json, config.answerTimeout(), outward);
    }

    PeeringClient(PartnerTokens tokens, ObjectMapper json, Duration answerTimeout, OutwardAddresses outward) {
        this.tokens = tokens;
        this.json = json;
        this.answerTimeout = answerTimeout;
        this.outward = outward;
    }

    Delivery deliver(Partner partner, String document) {
        URI address = URI.create(partner.peering() + "/documents");
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(answerTimeout)
                    .header("Authorization", "Bearer " + tokens.token(partner))
                    .header("Content-Type", SignedDocumentJson.MEDIA_TYPE)
                    .header("Accept", SignedDocumentJson.MEDIA_TYPE + ", application/problem+json")
                    .POST(HttpRequest.BodyPublishers.ofString(document))
                    .build();
            Optional<String> refusal = outward.refusal(address);
            if (refusal.isPresent()) {
                return new Delivery.Failed(partner.operator() + " is not called: " + refusal.get());
            }
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return delivery(partner, response.statusCode(), text(response));
        } catch (IOException unreachable) {
            return new Delivery.Failed(partner.operator() + " cannot be reached: " + why(unreachable));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery.Failed("The delivery was stopped");
        }
    }

    private Delivery delivery(Partner partner, int status, String text) {
        if (status == 200) {
            return new Delivery.Answered(text);
        }
        if (status == 401) {
            tokens.forget(partner);
        }
        Optional<JsonNode> problem = problem(text);
        boolean passing = problem.isPresent() ? isPassing(problem.get()) : !FINAL_WITHOUT_WORDS.contains(status);
        if (FINAL.contains(status) && !passing) {
            return new Delivery.Rejected(
                    problem.map(told -> told.path("code").asText()).orElse("REJECTED"),
                    problem.map(told -> told.path("detail").asText())
                            .orElse(partner.operator() + " answered with status " + status));
        }
        String detail = problem.map(told -> ": " + told.path("code").asText() + ": "
                        + told.path("detail").asText())
                .orElse("");
        return new Delivery.Failed(partner.operator() + " answered with status " + status + detail);
    }

    private static boolean isPassing(JsonNode problem) {
        return PASSING.contains(problem.path("code").asText());
    }

    /** The problem (RFC 9457) in an answer, where it holds one; something between us and the partner may answer too. */
    private Optional<JsonNode> problem(String text) {
        try {
            return Optional.of(json.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    private String why(IOException unreachable) {
        return switch (unreachable) {
            case HttpConnectTimeoutException slow -> "nothing answered within " + CONNECT_TIMEOUT.toSeconds() + " s";
            case HttpTimeoutException slow -> "no answer within " + answerTimeout.toSeconds() + " s";
            case ConnectException refused -> "nothing answers there";
            default -> String.valueOf(unreachable.getMessage());
        };
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

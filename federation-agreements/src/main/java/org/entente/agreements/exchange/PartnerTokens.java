package org.entente.agreements.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.OutwardAddresses;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.signing.OwnKeys;

/**
 * Our access tokens at partners: client credentials (RFC 6749 section 4.4) with a signed client assertion (RFC 7523
 * section 2.2), so no secret is shared. Token times are the identity providers', which know nothing of a development
 * clock, so they are read from the system's own clock.
 */
@ApplicationScoped
public class PartnerTokens {
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Function<OperatorId, DocumentSigner> signers;
    private final ObjectMapper json;
    private final OutwardAddresses outward;
    private final InstantSource systemClock = InstantSource.system();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<OperatorId, Token> tokens = new ConcurrentHashMap<>();

    @Inject
    PartnerTokens(OwnKeys keys, ObjectMapper json, OutwardAddresses outward) {
        this(keys::signerFor, json, outward);
    }

    PartnerTokens(Function<OperatorId, DocumentSigner> signers, ObjectMapper json, OutwardAddresses outward) {
        this.signers = signers;
        this.json = json;
        this.outward = outward;
    }

    private record Token(String value, Instant usableUntil) {}

    /** A token that is still good for a while. */
    String token(Partner partner) throws IOException, InterruptedException {
        Token known = tokens.get(partner.operator());
        if (known != null && systemClock.instant().isBefore(known.usableUntil())) {
            return known.value();
        }
        Token fresh = fetch(partner);
        tokens.put(partner.operator(), fresh);
        return fresh.value();
    }

    /** The partner did not accept the token any more. */
    void forget(Partner partner) {
        tokens.remove(partner.operator());
    }

    private Token fetch(Partner partner) throws IOException, InterruptedException {
        Optional<String> refusal = outward.refusal(partner.tokenEndpoint());
        if (refusal.isPresent()) {
            throw new IOException(refusal.get());
        }
        String form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion(partner);
        HttpRequest request = HttpRequest.newBuilder(partner.tokenEndpoint())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        Instant asked = systemClock.instant();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        JsonNode answer = json.readTree(bytes(response));
        if (response.statusCode() != 200 || !answer.path("access_token").isTextual()) {
            throw new IOException("the identity provider of " + partner.operator() + " answered "
                    + response.statusCode() + " " + answer.path("error").asText() + " "
                    + answer.path("error_description").asText());
        }
        Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
        return new Token(answer.path("access_token").asText(), asked.plus(life).minus(MARGIN));
    }

    private static byte[] bytes(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
            if (bytes.length > ANSWER_BYTES_MAX) {
                throw new IOException("the identity provider's answer is longer than any token");
            }
            return bytes;
        }
    }

    private String assertion(Partner partner) {
        DocumentSigner signer = signers.apply(partner.operator());
        Instant now = systemClock.instant();
        ObjectNode claims = json.createObjectNode();
        claims.put("iss", Callers.CLIENT_PREFIX + signer.operator());
        claims.put("sub", Callers.CLIENT_PREFIX + signer.operator());
        claims.put("aud", partner.tokenAudience().toString());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(ASSERTION_LIFE).getEpochSecond());
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        SignedDocument.Signature signature = signer.sign(payload);
        return signature.protectedHeader() + "." + payload + "." + signature.signature();
    }
}

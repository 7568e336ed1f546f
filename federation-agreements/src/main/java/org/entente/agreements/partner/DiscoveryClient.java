package org.entente.agreements.partner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entente.agreements.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what another operator publishes of itself. Follows no redirect and reads no more than a bounded answer. */
@ApplicationScoped
public class DiscoveryClient {
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final JsonMapper JSON = mapper();

    private final OutwardAddresses outward;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    DiscoveryClient(OutwardAddresses outward) {
        this.outward = outward;
    }

    /**
     * What the operator at this base URL publishes. What it names to be called is at the same host, or at one of those that
     * the engineer named besides.
     */
    Discovery fetch(URI url, Set<String> otherHosts) {
        URI address = URI.create(url.toString().replaceAll("/+$", "") + "/.well-known/entente");
        check(address);
        Discovery discovery = read(address);
        for (URI named : List.of(discovery.peering(), discovery.tokenEndpoint())) {
            check(named);
            if (!named.getHost().equalsIgnoreCase(address.getHost()) && !otherHosts.contains(named.getHost())) {
                throw new ProblemException(
                        PartnerProblem.PARTNER_ADDRESS_REFUSED,
                        discovery.operator() + " names " + named + ", which is at another host than "
                                + address.getHost() + ": invite it with that host if its engineer says so");
            }
        }
        return discovery;
    }

    private void check(URI address) {
        outward.refusal(address).ifPresent(sentence -> {
            throw new ProblemException(PartnerProblem.PARTNER_ADDRESS_REFUSED, sentence);
        });
    }

    private Discovery read(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
                if (response.statusCode() != 200) {
                    throw unreadable(address, "it answered with status " + response.statusCode(), null);
                }
                if (bytes.length > ANSWER_BYTES_MAX) {
                    throw unreadable(address, "the answer is longer than " + ANSWER_BYTES_MAX + " bytes", null);
                }
                return JSON.readValue(bytes, Discovery.class);
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

    /** Newer versions may publish more than we know of, but nothing less. */
    private static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(8)
                                .maxStringLength(4096)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static ProblemException unreadable(URI address, String why, @Nullable Throwable cause) {
        String sentence = "What is published at " + address + " cannot be used: " + why;
        return cause == null
                ? new ProblemException(PartnerProblem.PARTNER_ANSWER_UNREADABLE, sentence)
                : new ProblemException(PartnerProblem.PARTNER_ANSWER_UNREADABLE, sentence, cause);
    }
}

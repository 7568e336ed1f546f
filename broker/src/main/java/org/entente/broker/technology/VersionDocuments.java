package org.entente.broker.technology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Authority;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteConnections.Recognition;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/**
 * Tells what stands at an address by the document with which each technology introduces itself: Keystone's version at the
 * address itself (OpenStack Identity API v3, "Show v3 API details"), the Kubernetes API server's at {@code /version}. No
 * credentials are sent, no redirect is followed, and neither time nor size is without a bound.
 */
final class VersionDocuments {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final long ANSWER_TIMEOUT_MILLIS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = client().build();

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT);
    }

    /** An address at which nothing answers is a {@link SiteException}. */
    Recognition recognise(Endpoint endpoint) {
        if (endpoint.authority().isEmpty()) {
            return recognise(http, endpoint.address());
        }
        HttpClient trusting = client().sslContext(
                        Authority.of(endpoint.authority().get()).context())
                .build();
        try {
            return recognise(trusting, endpoint.address());
        } finally {
            trusting.shutdownNow();
        }
    }

    private static Recognition recognise(HttpClient http, URI address) {
        String base = withoutTrailingSlash(address);
        if (isKeystone(read(http, URI.create(base)))) {
            return new Recognition.Recognised(Technology.OPENSTACK);
        }
        if (isKubernetes(read(http, URI.create(base + "/version")))) {
            return new Recognition.Recognised(Technology.KUBERNETES);
        }
        return new Recognition.NoSite("What answers at " + address
                + " is neither OpenStack's Keystone (give its v3 address) nor a Kubernetes API server");
    }

    private static String withoutTrailingSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isKeystone(JsonNode document) {
        JsonNode version = document.path("version");
        return version.path("id").asText().startsWith("v3") && version.has("links");
    }

    /** A cluster that hides its version from strangers refuses them in its own form. */
    private static boolean isKubernetes(JsonNode document) {
        int code = document.path("code").asInt();
        boolean refusal = document.path("kind").asText().equals("Status") && (code == 401 || code == 403);
        return refusal
                || (document.path("gitVersion").isTextual()
                        && document.path("major").isTextual());
    }

    /** What is no JSON of a moderate size is as good as nothing. */
    private static JsonNode read(HttpClient http, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(Duration.ofMillis(ANSWER_TIMEOUT_MILLIS))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, info -> new CutBody());
        try {
            return JSON.readTree(
                    answer.get(ANSWER_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw unreachable(address, "within " + ANSWER_TIMEOUT_MILLIS + " ms", late);
        } catch (ExecutionException failed) {
            throw unreachable(address, "(" + failed.getCause() + ")", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable(address, "before we stopped", stopped);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }

    private static SiteException unreachable(URI address, String how, Exception cause) {
        return new SiteException(Code.UNREACHABLE, "Nothing answered at " + address + " " + how, cause);
    }
}

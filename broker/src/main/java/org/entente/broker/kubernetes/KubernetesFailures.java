package org.entente.broker.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/** What a failed Kubernetes call means for an order, with the cluster's own words shortened to a sentence. */
final class KubernetesFailures {
    private static final int WORDS_MAX = 300;
    private static final int CAUSES_MAX = 10;

    private KubernetesFailures() {}

    static SiteException translated(Endpoint endpoint, KubernetesClientException failure) {
        String site = "The site at " + endpoint.address();
        int status = failure.getCode();
        if (status <= 0) {
            Throwable root = causes(failure).reduce((first, second) -> second).orElse(failure);
            if (causes(failure).anyMatch(AnswerTooLongException.class::isInstance)) {
                return new SiteException(Code.BROKEN, site + " gave an answer without an end.", failure);
            }
            if (causes(failure).anyMatch(SSLException.class::isInstance)) {
                return new SiteException(
                        Code.UNREACHABLE,
                        site + " shows a certificate that its authority does not vouch for: " + words(root),
                        failure);
            }
            return causes(failure).anyMatch(JsonProcessingException.class::isInstance)
                    ? new SiteException(Code.BROKEN, site + " answered something that is not its API's JSON.", failure)
                    : new SiteException(Code.UNREACHABLE, site + " did not answer: " + words(root), failure);
        }
        String words = statusMessage(failure).orElseGet(() -> words(failure));
        return status == 401
                ? new SiteException(Code.UNAUTHORIZED, site + " refused the token.", failure)
                : new SiteException(
                        code(status, words), site + " refused with status " + status + ": " + words, failure);
    }

    /**
     * A failed answer by its HTTP status. Kubernetes reports a used-up quota as 403, and likewise what comes too early for a
     * namespace that is on its way out; one that is gone already is a 404.
     */
    static Code code(int status, String words) {
        return switch (status) {
            case 400, 422 -> Code.NOT_OFFERED;
            case 401 -> Code.UNAUTHORIZED;
            case 403 -> forbidden(words.toLowerCase(Locale.ROOT));
            case 404 -> words.startsWith("namespaces \"") ? Code.UNREACHABLE : Code.BROKEN;
            case 408, 409, 429, 500, 502, 503, 504 -> Code.UNREACHABLE;
            default -> Code.BROKEN;
        };
    }

    private static Code forbidden(String words) {
        if (words.contains("exceeded quota")) {
            return Code.EXHAUSTED;
        }
        return words.contains("being terminated") ? Code.UNREACHABLE : Code.UNAUTHORIZED;
    }

    private static Optional<String> statusMessage(KubernetesClientException failure) {
        return Optional.ofNullable(failure.getStatus())
                .map(status -> status.getMessage())
                .map(KubernetesFailures::line);
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : line(message);
    }

    private static String line(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() <= WORDS_MAX ? line : line.substring(0, WORDS_MAX) + "…";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }
}

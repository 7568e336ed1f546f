package org.entente.broker.openstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/**
 * HTTP with one site. Connections are kept; no redirect is followed, as a site could point one inward; no more of an
 * answer is read than {@value #BODY_BYTES_MAX} bytes; and an answer that does not come to an end in time is given up.
 */
final class Transport {
    static final int BODY_BYTES_MAX = 16 << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final String site;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    Transport(URI address) {
        this.site = "The site at " + address;
    }

    /** What the site is called in sentences. */
    String site() {
        return site;
    }

    /** One call with a short answer. */
    Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = answered(request, head -> new BoundedBody(BODY_BYTES_MAX), ANSWER_TIMEOUT);
        return new Answer(site, answer.statusCode(), answer.headers(), answer.body());
    }

    /** One call whose answer or body may be long; the whole of it must be over in time. */
    <T> HttpResponse<T> answered(HttpRequest.Builder request, BodyHandler<T> body, Duration timeout) {
        CompletableFuture<HttpResponse<T>> answer =
                http.sendAsync(request.timeout(timeout).build(), body);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SiteException(Code.UNREACHABLE, site + " did not answer before the call was stopped.", stopped);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new SiteException(Code.UNREACHABLE, site + " did not answer in time.", late);
        } catch (ExecutionException failed) {
            throw failure(Optional.ofNullable(failed.getCause()).orElse(failed));
        }
    }

    private SiteException failure(Throwable cause) {
        if (cause instanceof BoundedBody.EndlessAnswer) {
            return new SiteException(Code.BROKEN, site + " gave " + cause.getMessage() + ".", cause);
        }
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new SiteException(
                cause instanceof IOException ? Code.UNREACHABLE : Code.BROKEN,
                site + " did not answer: " + Answer.line(words),
                cause);
    }
}

package org.entente.broker.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.SiteImages.ImageBytes;
import org.jboss.logging.Logger;

/**
 * Images from addresses that customers name. An address, or one that it redirects to, is spoken to only over HTTP and only
 * outside our own networks, unless development allows it.
 */
@ApplicationScoped
public class WebImages {
    private static final Logger LOG = Logger.getLogger(WebImages.class);
    private static final int REDIRECTS_MAX = 5;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);

    private final ImageConfig config;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    WebImages(ImageConfig config) {
        this.config = config;
    }

    /** An image that is being read, with the size of the whole where it is told. */
    record Opened(ImageBytes bytes, Optional<Long> sizeBytes) {}

    Opened open(URI address, long from) {
        URI next = address;
        for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
            HttpResponse<InputStream> answer = asked(next, from);
            int status = answer.statusCode();
            if (status == 200 || status == 206) {
                return opened(answer, status == 206 ? from : 0);
            }
            close(answer);
            if (status == 416 && from > 0) {
                return open(address, 0);
            }
            if (status < 300 || status >= 400) {
                throw refused(address, status);
            }
            next = next.resolve(answer.headers().firstValue("Location").orElseThrow(() -> refused(address, status)));
        }
        throw new SiteException(Code.NOT_OFFERED, "The image's address redirects without an end.");
    }

    private HttpResponse<InputStream> asked(URI address, long from) {
        checkOutward(address);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(HEAD_TIMEOUT).GET();
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException cut) {
            throw new SiteException(Code.UNREACHABLE, "The image's address did not answer: " + cut.getMessage(), cut);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SiteException(Code.UNREACHABLE, "Fetching the image was stopped.", stopped);
        }
    }

    private Opened opened(HttpResponse<InputStream> answer, long from) {
        OptionalLong rest = answer.headers().firstValueAsLong("Content-Length");
        Optional<Long> size = rest.isPresent() ? Optional.of(from + rest.getAsLong()) : Optional.empty();
        if (size.filter(bytes -> bytes > config.bytesMax()).isPresent()) {
            close(answer);
            throw new SiteException(Code.NOT_OFFERED, "The image has more than " + config.bytesMax() + " bytes.");
        }
        return new Opened(new ImageBytes(from, answer.body()), size);
    }

    private void checkOutward(URI address) {
        String scheme = String.valueOf(address.getScheme());
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new SiteException(Code.NOT_OFFERED, "An image is fetched over HTTP, not from " + address + ".");
        }
        if (config.inwardAddresses()) {
            return;
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
                if (InwardAddresses.contain(one)) {
                    throw new SiteException(
                            Code.NOT_OFFERED, "The image's address " + address.getHost() + " leads inside.");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new SiteException(Code.NOT_OFFERED, "There is no host " + address.getHost() + ".", unknown);
        }
    }

    private static SiteException refused(URI address, int status) {
        Code code = status >= 500 || status == 429 || status == 408 ? Code.UNREACHABLE : Code.NOT_OFFERED;
        return new SiteException(code, "The image's address " + address.getHost() + " answered " + status + ".");
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException cut) {
            LOG.debugf("an answer of no use did not close: %s", cut.getMessage());
        }
    }
}

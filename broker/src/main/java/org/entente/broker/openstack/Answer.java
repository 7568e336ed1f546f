package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/** A service's whole answer, and what a failed one means for an order, with the site's own words cut to a sentence. */
final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORDS_MAX = 300;

    private final String site;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(String site, int status, HttpHeaders headers, byte[] body) {
        this.site = site;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    String site() {
        return site;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isMissing() {
        return status == 404 || status == 410;
    }

    boolean isForbidden() {
        return status == 403;
    }

    boolean isConflict() {
        return status == 409;
    }

    /** The content of a successful answer. */
    JsonNode json() {
        return succeeded().parsed();
    }

    /** This answer, if it tells of success. A list of choices (300) is one, as version documents come with it. */
    Answer succeeded() {
        if (!isSuccess() && status != 300) {
            throw refusal();
        }
        return this;
    }

    SiteException refusal() {
        if (status >= 300 && status < 400) {
            return new SiteException(Code.BROKEN, site + " redirects elsewhere, and no redirect is followed.");
        }
        String words = words();
        return new SiteException(code(status, words), site + " refused with status " + status + ": " + words);
    }

    private JsonNode parsed() {
        try {
            JsonNode content = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            if (content.isMissingNode() || !content.isContainerNode()) {
                throw new SiteException(Code.BROKEN, site + " answered something that is not its API's JSON.");
            }
            return content;
        } catch (IOException garbage) {
            throw new SiteException(Code.BROKEN, site + " answered something that is not its API's JSON.", garbage);
        }
    }

    /** A failed answer by its HTTP status. Nova reports a used-up quota as 403, Cinder as 413, Neutron as 409. */
    static Code code(int status, String words) {
        boolean quota = words.toLowerCase(Locale.ROOT).contains("exceeded");
        return switch (status) {
            case 400, 404 -> Code.NOT_OFFERED;
            case 401 -> Code.UNAUTHORIZED;
            case 403 -> quota ? Code.EXHAUSTED : Code.UNAUTHORIZED;
            case 409 -> quota ? Code.EXHAUSTED : Code.NOT_OFFERED;
            case 413 -> Code.EXHAUSTED;
            case 408, 429, 500, 502, 503, 504 -> Code.UNREACHABLE;
            default -> Code.BROKEN;
        };
    }

    /** Each service wraps its message in an object of another name; Glance answers HTML. */
    private String words() {
        try {
            JsonNode content = JSON.readTree(body);
            return StreamSupport.stream(content.spliterator(), false)
                    .map(fault -> fault.isTextual()
                            ? fault.asText()
                            : fault.path("message").asText())
                    .filter(message -> !message.isBlank())
                    .findFirst()
                    .map(Answer::line)
                    .orElse("no reason given");
        } catch (IOException page) {
            return "no reason given";
        }
    }

    static String line(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() <= WORDS_MAX ? line : line.substring(0, WORDS_MAX) + "…";
    }
}

package org.entente.broker.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.openstack4j.api.exceptions.AuthenticationException;
import org.openstack4j.api.exceptions.OS4JException;
import org.openstack4j.api.exceptions.ResponseException;

/** What a failed OpenStack call means for an order, with the site's own words shortened to a sentence. */
final class OpenStackFailures {
    private static final int WORDS_MAX = 300;
    private static final int CAUSES_MAX = 10;

    private OpenStackFailures() {}

    static SiteException translated(Endpoint endpoint, OS4JException failure) {
        String site = "The site at " + endpoint.address();
        if (find(failure, AuthenticationException.class).isPresent()) {
            return new SiteException(
                    Code.UNAUTHORIZED, site + " refused the log-in of " + endpoint.account() + ".", failure);
        }
        if (find(failure, JsonProcessingException.class).isPresent()) {
            return new SiteException(Code.BROKEN, site + " answered something that is not its API's JSON.", failure);
        }
        Optional<IOException> cut = find(failure, IOException.class);
        if (cut.isPresent()) {
            return new SiteException(Code.UNREACHABLE, site + " did not answer: " + words(cut.get()), failure);
        }
        int status = failure instanceof ResponseException response ? response.getStatus() : 0;
        return new SiteException(
                code(status, words(failure)), site + " refused with status " + status + ": " + words(failure), failure);
    }

    /** A failed answer by its HTTP status. Nova reports a used-up quota as 403, and older ones as 413. */
    static Code code(int status, String words) {
        return switch (status) {
            case 400, 404, 409 -> Code.NOT_OFFERED;
            case 401 -> Code.UNAUTHORIZED;
            case 403 -> words.toLowerCase(Locale.ROOT).contains("exceeded") ? Code.EXHAUSTED : Code.UNAUTHORIZED;
            case 413 -> Code.EXHAUSTED;
            case 408, 429, 500, 502, 503, 504 -> Code.UNREACHABLE;
            default -> Code.BROKEN;
        };
    }

    private static String words(Exception failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() <= WORDS_MAX ? line : line.substring(0, WORDS_MAX) + "…";
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}

package org.entente.agreements.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call happen once for a caller's key. The key's row is inserted first, so that of two equal calls at the same time
 * the second waits for the first and then fails on the unique key, and finds the first's answer.
 */
@ApplicationScoped
public class IdempotentCalls {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    private final Answers answers;
    private final SecurityIdentity caller;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper json;
    private final InstantSource clock;

    IdempotentCalls(
            Answers answers,
            SecurityIdentity caller,
            HttpHeaders headers,
            UriInfo uri,
            ObjectMapper json,
            InstantSource clock) {
        this.answers = answers;
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer to a call, from the first time it was made.
     *
     * @param content all that the caller sent beside the path: the same key with another content is a conflict
     * @param before what is to be learnt elsewhere first, outside any transaction; not asked again once there is an answer
     * @param work the change, in the transaction in which its answer is stored
     */
    public <T> Response once(String content, Supplier<T> before, Work<T> work) {
        AnswerEntity.Key key = new AnswerEntity.Key(caller.getPrincipal().getName(), key());
        String hash = DocumentHash.of((uri.getPath() + ' ' + content).getBytes(StandardCharsets.UTF_8))
                .value();
        Optional<Response> earlier = QuarkusTransaction.requiringNew().call(() -> earlier(key, hash));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        T learnt = before.get();
        try {
            return QuarkusTransaction.requiringNew().call(() -> first(key, hash, () -> work.with(learnt)));
        } catch (PersistenceException twice) {
            // The same call may have been stored a moment earlier: then its answer is there now.
            return QuarkusTransaction.requiringNew()
                    .call(() -> earlier(key, hash))
                    .orElseThrow(() -> twice);
        }
    }

    /** A call's parameters and answers as text. */
    public String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A call's parameters and answers are JSON", impossible);
        }
    }

    /** A change that is made with what was learnt before it. */
    public interface Work<T> {
        Response with(T learnt) throws Exception;
    }

    private Response first(AnswerEntity.Key key, String hash, Callable<Response> work) throws Exception {
        AnswerEntity answer = new AnswerEntity();
        answer.caller = key.caller();
        answer.idempotencyKey = key.idempotencyKey();
        answer.requestHash = hash;
        answer.askedAt = clock.instant();
        answers.persistAndFlush(answer);
        Response response = work.call();
        answer.status = response.getStatus();
        answer.location =
                Optional.ofNullable(response.getLocation()).map(URI::toString).orElse(null);
        answer.body = response.getEntity() == null ? null : text(response.getEntity());
        return response;
    }

    private Optional<Response> earlier(AnswerEntity.Key key, String hash) {
        return answers.findByIdOptional(key).map(answer -> {
            if (!answer.requestHash.equals(hash)) {
                throw new ProblemException(
                        IdempotencyProblem.IDEMPOTENCY_KEY_REUSED,
                        "This " + HEADER + " was used for another request before");
            }
            Response.ResponseBuilder again = Response.status(answer.status);
            if (answer.location != null) {
                again.location(URI.create(answer.location));
            }
            if (answer.body != null) {
                again.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body);
            }
            return again.build();
        });
    }

    private String key() {
        @Nullable String key = headers.getHeaderString(HEADER);
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ProblemException(
                    IdempotencyProblem.IDEMPOTENCY_KEY_MISSING,
                    "This call needs a header " + HEADER
                            + " of 1 to 128 visible ASCII characters that you made for it");
        }
        return key;
    }
}

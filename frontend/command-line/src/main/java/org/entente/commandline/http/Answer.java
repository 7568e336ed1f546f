package org.entente.commandline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;

/** One HTTP answer, read whole. */
public final class Answer {
    private static final int SHOWN_CHARACTERS_MAX = 200;

    private final HttpRequest request;
    private final HttpResponse<?> response;
    private final String body;
    private final Callee callee;

    Answer(HttpRequest request, HttpResponse<?> response, String body, Callee callee) {
        this.request = request;
        this.response = response;
        this.body = body;
        this.callee = callee;
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return body;
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** This answer if it has one of these statuses, else the problem that it tells as an {@link ApiException}. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).anyMatch(expected -> expected == status())) {
            return this;
        }
        throw Problem.in(body)
                .map(problem -> new ApiException(
                        problem.code(), callee.name() + " refused " + call() + ": " + problem.sentence()))
                .orElseGet(() -> new ApiException(
                        ApiException.ANSWER_UNEXPECTED,
                        callee.name() + " answered " + call() + " with status " + status() + ", expected "
                                + Arrays.toString(statuses) + shownBody()));
    }

    /** The body as a value of the API. */
    public <T> T as(TypeReference<T> type) {
        try {
            return Wire.JSON.readValue(body, type);
        } catch (JsonProcessingException wrong) {
            throw new ApiException(
                    ApiException.ANSWER_UNEXPECTED,
                    callee.name() + " answered " + call() + " in another shape than expected: "
                            + wrong.getOriginalMessage().lines().findFirst().orElse("no reason known"),
                    wrong);
        }
    }

    private String call() {
        return request.method() + " " + request.uri();
    }

    private String shownBody() {
        String text = body.strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return "";
        }
        return ": " + (text.length() <= SHOWN_CHARACTERS_MAX ? text : text.substring(0, SHOWN_CHARACTERS_MAX) + "…");
    }
}

package org.entente.commandline.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.commandline.http.Answer;
import org.entente.commandline.http.ApiException;
import org.entente.commandline.http.HttpCalls;

/** One user's access tokens (RFC 6749 section 4.3), each kept until shortly before it expires. */
final class AccessTokens {
    private static final String CLIENT = "command-line";
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final HttpCalls http;
    private final Operator operator;
    private final Account account;
    private final InstantSource clock;
    private Optional<Token> current = Optional.empty();

    AccessTokens(HttpCalls http, Operator operator, Account account, InstantSource clock) {
        this.http = http;
        this.operator = operator;
        this.account = account;
        this.clock = clock;
    }

    private record Token(String value, Instant renewAt) {}

    private record TokenView(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresInSeconds) {}

    synchronized String value() {
        Instant now = clock.instant();
        Token token = current.filter(kept -> now.isBefore(kept.renewAt())).orElseGet(() -> fetched(now));
        current = Optional.of(token);
        return token.value();
    }

    private Token fetched(Instant now) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(operator.realm() + "/protocol/openid-connect/token"))
                .timeout(HttpCalls.TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        CLIENT,
                        "username",
                        account.user(),
                        "password",
                        account.password()))))
                .build();
        Answer answer = http.send(request, operator.identityProvider());
        if (answer.status() == 400 || answer.status() == 401) {
            throw new ApiException(
                    ApiException.LOG_IN_REFUSED,
                    operator.name() + " does not let " + account.user() + " log in with this password");
        }
        TokenView view = answer.expect(200).as(new TypeReference<TokenView>() {});
        Instant expiresAt = now.plusSeconds(view.expiresInSeconds());
        return new Token(view.accessToken(), expiresAt.minus(SPARE));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

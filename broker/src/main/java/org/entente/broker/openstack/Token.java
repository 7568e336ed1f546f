package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.entente.broker.site.SiteException;

/** A log-in at a project, as Keystone v3 answers it. */
record Token(String id, String projectId, String userId, List<String> roles, Catalogue catalogue) {
    static Token of(Answer answer, String region) {
        JsonNode token = answer.json().path("token");
        String id = answer.headers().firstValue("X-Subject-Token").orElse("");
        if (id.isEmpty() || !token.isObject()) {
            throw new SiteException(
                    SiteException.Code.BROKEN, answer.site() + " answered a log-in with something that is no token.");
        }
        return new Token(
                id,
                token.at("/project/id").asText(),
                token.at("/user/id").asText(),
                StreamSupport.stream(token.path("roles").spliterator(), false)
                        .map(role -> role.path("name").asText())
                        .toList(),
                Catalogue.of(token.path("catalog"), region));
    }

    @Override
    public String toString() {
        return "Token[" + projectId + "]";
    }
}

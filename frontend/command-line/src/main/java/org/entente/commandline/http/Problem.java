package org.entente.commandline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a server says went wrong (RFC 9457), as far as people need it. */
record Problem(String code, String sentence) {
    /** The problem in an answer's body, if it is one: it has a code, or else a title. */
    static Optional<Problem> in(String body) {
        try {
            JsonNode tree = Wire.JSON.readTree(body);
            String title = tree.path("title").asText();
            String code = tree.path("code").asText();
            String sentence = tree.path("detail").asText(title);
            if (code.isEmpty() && title.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Problem(code.isEmpty() ? title : code, sentence.isEmpty() ? code : sentence));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}

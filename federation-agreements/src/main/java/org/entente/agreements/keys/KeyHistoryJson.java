package org.entente.agreements.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/**
 * Key histories as JSON: {@code {"operator": "…", "keys": [{"jwk": {…}, "validFrom": "…", "validTo": "…",
 * "revokedFrom": "…"}]}}, where {@code jwk} is a public key (RFC 7517) and times are RFC 3339. {@code validTo} is left out
 * while no end is planned, {@code revokedFrom} while the key is its owner's alone.
 */
public final class KeyHistoryJson {
    private static final int KEYS_MAX = 1000;
    private static final JsonMapper JSON = new JsonMapper();

    private KeyHistoryJson() {}

    public static String write(KeyHistory history) {
        ObjectNode root = JSON.createObjectNode();
        root.put("operator", history.operator().value());
        ArrayNode keys = root.putArray("keys");
        for (PublishedKey key : history.keys()) {
            ObjectNode entry = keys.addObject();
            entry.set("jwk", tree(key.json()));
            entry.put("validFrom", key.validFrom().toString());
            key.validTo().ifPresent(end -> entry.put("validTo", end.toString()));
            key.revokedFrom().ifPresent(from -> entry.put("revokedFrom", from.toString()));
        }
        return root.toPrettyString();
    }

    /** Whether a text looks like a key history rather than a document. */
    public static boolean isOne(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return root != null && root.has("operator") && root.has("keys");
        } catch (JsonProcessingException other) {
            return false;
        }
    }

    /** The history in a text, or an {@link IllegalArgumentException} that says what is wrong with it. */
    public static KeyHistory read(String text) {
        JsonNode root = tree(text);
        JsonNode keys = root.path("keys");
        if (!keys.isArray() || keys.isEmpty() || keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("A key history has 1 to " + KEYS_MAX + " keys");
        }
        List<PublishedKey> read = new ArrayList<>();
        for (JsonNode entry : keys) {
            PublishedKey key =
                    PublishedKey.of(PublishedKey.parsed(entry.path("jwk").toString()), instant(entry, "validFrom"));
            read.add(new PublishedKey(
                    key.id(),
                    key.jwk(),
                    key.validFrom(),
                    optionalInstant(entry, "validTo"),
                    optionalInstant(entry, "revokedFrom")));
        }
        return new KeyHistory(new OperatorId(root.path("operator").asText()), read);
    }

    private static Optional<Instant> optionalInstant(JsonNode entry, String name) {
        return entry.has(name) ? Optional.of(instant(entry, name)) : Optional.empty();
    }

    private static Instant instant(JsonNode entry, String name) {
        try {
            return Instant.parse(entry.path(name).asText());
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "A key's " + name + " must be a time such as 2026-11-01T00:00:00Z", wrong);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("This is not JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }
}

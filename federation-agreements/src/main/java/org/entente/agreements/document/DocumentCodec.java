package org.entente.agreements.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Documents as canonical JSON (RFC 8785) and back. A document has exactly one form: what is read must come out again byte
 * for byte, or it is refused.
 */
public final class DocumentCodec {
    /** The most bytes that a payload may have. */
    public static final int PAYLOAD_BYTES_MAX = 8 * 1024 * 1024;

    private static final int NESTING_MAX = 32;
    private static final JsonMapper JSON = mapper();

    private DocumentCodec() {}

    /** The canonical bytes that a signer signs. */
    public static byte[] write(Document<?> document) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("type", DocumentType.of(document.body()).wireName());
        payload.put("id", document.id().toString());
        payload.put("issuer", document.issuer().value());
        payload.put("audience", document.audience().value());
        payload.put("issuedAt", document.issuedAt().toString());
        payload.set("buildsOn", JSON.valueToTree(document.buildsOn()));
        payload.set("body", JSON.valueToTree(document.body()));
        try {
            return new JsonCanonicalizer(JSON.writeValueAsBytes(payload)).getEncodedUTF8();
        } catch (IOException impossible) {
            throw new IllegalStateException("A document made of our own types can always be written", impossible);
        }
    }

    /** The document in a payload, or a {@link DocumentException}. Nothing is known yet of who signed it. */
    public static Document<?> read(byte[] payload) {
        if (payload.length > PAYLOAD_BYTES_MAX) {
            throw new DocumentException(
                    DocumentException.Code.DOCUMENT_MALFORMED,
                    "A document may have at most " + PAYLOAD_BYTES_MAX + " bytes, but this has " + payload.length);
        }
        Document<?> document = parsed(payload);
        if (!Arrays.equals(write(document), payload)) {
            throw new DocumentException(
                    DocumentException.Code.DOCUMENT_MALFORMED,
                    "The payload is not in the one canonical form of this document (RFC 8785)");
        }
        return document;
    }

    private static Document<?> parsed(byte[] payload) {
        try {
            JsonNode tree = JSON.readTree(payload);
            if (!(tree instanceof ObjectNode whole)) {
                throw new DocumentException(
                        DocumentException.Code.DOCUMENT_MALFORMED, "The payload is not a JSON object");
            }
            DocumentType type = DocumentType.named(whole.path("type").asText());
            whole.remove("type");
            return JSON.readerFor(JSON.getTypeFactory().constructParametricType(Document.class, type.body()))
                    .readValue(whole);
        } catch (JsonProcessingException wrong) {
            throw new DocumentException(
                    DocumentException.Code.DOCUMENT_INVALID,
                    "The document cannot be read: " + wrong.getOriginalMessage(),
                    wrong);
        } catch (IOException wrong) {
            throw new DocumentException(DocumentException.Code.DOCUMENT_MALFORMED, "The payload is not JSON", wrong);
        }
    }

    /** An absent member is read as an absent {@code Optional}; where none is expected, its null is refused. */
    static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING_MAX)
                        .maxNumberLength(20)
                        .maxDocumentLength(PAYLOAD_BYTES_MAX)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(PlainTypes.module())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }
}

package org.entente.agreements.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signed documents as JSON text: the general JWS JSON serialization (RFC 7515 section 7.2.1) with nothing else in it. */
public final class SignedDocumentJson {
    /** The media type of a signed document (RFC 7515 section 9.2.1). */
    public static final String MEDIA_TYPE = "application/jose+json";

    /** The most characters that a signed document may have. */
    public static final int TEXT_MAX = 12 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxStringLength(TEXT_MAX)
                            .maxDocumentLength(TEXT_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SignedDocumentJson() {}

    private record Jws(String payload, List<Entry> signatures) {}

    private record Entry(@JsonProperty("protected") String protectedHeader, String signature) {}

    public static String write(SignedDocument signed) {
        try {
            return JSON.writeValueAsString(new Jws(
                    signed.payload(),
                    signed.signatures().stream()
                            .map(entry -> new Entry(entry.protectedHeader(), entry.signature()))
                            .toList()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Text members can always be written", impossible);
        }
    }

    /** The signed document in a text, or a {@link DocumentException}. No signature was checked yet. */
    public static SignedDocument read(String text) {
        try {
            Jws jws = JSON.readValue(text, Jws.class);
            if (jws == null || jws.signatures().contains(null)) {
                throw malformed(null);
            }
            return new SignedDocument(
                    jws.payload(),
                    jws.signatures().stream()
                            .map(entry -> new SignedDocument.Signature(entry.protectedHeader(), entry.signature()))
                            .toList());
        } catch (JsonProcessingException wrong) {
            throw malformed(wrong);
        }
    }

    private static DocumentException malformed(@Nullable Throwable cause) {
        String sentence = "This is not a signed document in the general JWS JSON serialization";
        return cause == null
                ? new DocumentException(DocumentException.Code.DOCUMENT_MALFORMED, sentence)
                : new DocumentException(DocumentException.Code.DOCUMENT_MALFORMED, sentence, cause);
    }
}

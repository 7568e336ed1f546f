package org.entente.agreements.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.entente.agreements.document.DocumentException.Code.DOCUMENT_INVALID;
import static org.entente.agreements.document.DocumentException.Code.DOCUMENT_MALFORMED;
import static org.entente.agreements.document.DocumentException.Code.DOCUMENT_TYPE_UNKNOWN;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_HEADER_REFUSED;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_KEY_NOT_IN_USE;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_KEY_REVOKED;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_KEY_UNKNOWN;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_MISSING;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_WRONG;
import static org.entente.agreements.document.Samples.ALBA;
import static org.entente.agreements.document.Samples.BOREAL;
import static org.entente.agreements.document.Samples.NOW;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Samples;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody may hand in instead of a genuine document: each is refused with its code before anything is believed. */
class HostileDocumentsTest {
    private static final TestKeys ALBAS = TestKeys.made(ALBA);
    private static final TestKeys BOREALS = TestKeys.made(BOREAL);
    private static final TestKeys COBALTS = TestKeys.made(new OperatorId("cobalt"));
    private static final String GENUINE = new String(
            DocumentCodec.write(Samples.document(new Receipt(new OrderId("order-1"), NOW))), StandardCharsets.UTF_8);

    @Test
    void theGenuineOneIsBelieved() {
        assertThat(DocumentVerifier.verify(SignedDocumentJson.read(signed(GENUINE)), histories())
                        .signers())
                .containsExactly(BOREAL);
    }

    @ParameterizedTest
    @MethodSource({"signatures", "headers", "texts", "payloads", "keys"})
    void isRefused(String text, DocumentException.Code code, List<KeyHistory> histories) {
        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> DocumentVerifier.verify(SignedDocumentJson.read(text), histories));

        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(" ").hasSizeLessThan(500);
    }

    static Stream<Arguments> signatures() {
        SignedDocument genuine = document(GENUINE, BOREALS);
        SignedDocument.Signature signature = genuine.signatures().getFirst();
        String other = encoded(GENUINE.replace("order-1", "order-2"));
        return Stream.of(
                refused("another payload under the signature", json(other, signature), SIGNATURE_WRONG),
                refused(
                        "signature of another document",
                        json(genuine.payload(), sign(BOREALS, other)),
                        SIGNATURE_WRONG),
                refused("signature cut short", json(genuine.payload(), cut(signature, 40)), SIGNATURE_WRONG),
                refused("signature of no bytes", json(genuine.payload(), cut(signature, 0)), SIGNATURE_WRONG),
                refused("signature twice as long", json(genuine.payload(), twice(signature)), SIGNATURE_WRONG),
                refused("no signature", json(genuine.payload()), SIGNATURE_MISSING),
                refused(
                        "five signatures",
                        json(genuine.payload(), signature, signature, signature, signature, signature),
                        SIGNATURE_MISSING),
                refused("the same signature twice", json(genuine.payload(), signature, signature), SIGNATURE_WRONG),
                refused(
                        "only the audience's",
                        json(genuine.payload(), sign(ALBAS, genuine.payload())),
                        SIGNATURE_MISSING),
                refused(
                        "only a stranger's",
                        json(genuine.payload(), sign(COBALTS, genuine.payload())),
                        SIGNATURE_KEY_UNKNOWN),
                refused(
                        "a stranger's beside it",
                        json(genuine.payload(), signature, sign(COBALTS, genuine.payload())),
                        SIGNATURE_KEY_UNKNOWN),
                refused(
                        "a wrong one beside it",
                        json(genuine.payload(), signature, sign(ALBAS, other)),
                        SIGNATURE_WRONG),
                refused("the headers of two signers swapped", swapped(genuine.payload()), SIGNATURE_WRONG),
                refused(
                        "a stranger's signature under the issuer's key id",
                        json(
                                genuine.payload(),
                                forged(
                                        COBALTS,
                                        genuine.payload(),
                                        BOREALS.publishedKey().id())),
                        SIGNATURE_WRONG),
                refused(
                        "issued in another's name",
                        signed(GENUINE.replace("\"issuer\":\"boreal\"", "\"issuer\":\"cobalt\"")),
                        SIGNATURE_KEY_UNKNOWN));
    }

    static Stream<Arguments> headers() {
        String kid = BOREALS.publishedKey().id();
        return Stream.of(
                header("alg none", "{\"alg\":\"none\",\"kid\":\"" + kid + "\"}", SIGNATURE_HEADER_REFUSED),
                header("alg None", "{\"alg\":\"None\",\"kid\":\"" + kid + "\"}", SIGNATURE_HEADER_REFUSED),
                header("alg HS256", "{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}", SIGNATURE_HEADER_REFUSED),
                header("alg RS256", "{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", SIGNATURE_HEADER_REFUSED),
                header(
                        "alg ES256 with an Ed25519 key",
                        "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\"}",
                        SIGNATURE_HEADER_REFUSED),
                header("alg ES512", "{\"alg\":\"ES512\",\"kid\":\"" + kid + "\"}", SIGNATURE_HEADER_REFUSED),
                header("alg a number", "{\"alg\":1,\"kid\":\"" + kid + "\"}", SIGNATURE_HEADER_REFUSED),
                header("no alg", "{\"kid\":\"" + kid + "\"}", SIGNATURE_HEADER_REFUSED),
                header("no kid", "{\"alg\":\"EdDSA\"}", SIGNATURE_HEADER_REFUSED),
                header("kid of another", "{\"alg\":\"EdDSA\",\"kid\":\"somebody\"}", SIGNATURE_KEY_UNKNOWN),
                header("kid null", "{\"alg\":\"EdDSA\",\"kid\":null}", SIGNATURE_KEY_UNKNOWN),
                header("kid a path", "{\"alg\":\"EdDSA\",\"kid\":\"../../key\"}", SIGNATURE_KEY_UNKNOWN),
                header(
                        "embedded jwk",
                        more(kid, "\"jwk\":" + COBALTS.publishedKey().json()),
                        SIGNATURE_HEADER_REFUSED),
                header("jku", more(kid, "\"jku\":\"http://127.0.0.1/keys\""), SIGNATURE_HEADER_REFUSED),
                header("x5u", more(kid, "\"x5u\":\"http://127.0.0.1/chain\""), SIGNATURE_HEADER_REFUSED),
                header("x5c", more(kid, "\"x5c\":[\"MIIB\"]"), SIGNATURE_HEADER_REFUSED),
                header("crit", more(kid, "\"crit\":[\"exp\"]"), SIGNATURE_HEADER_REFUSED),
                header("b64 false", more(kid, "\"b64\":false"), SIGNATURE_HEADER_REFUSED),
                header("an unknown member", more(kid, "\"typ\":\"JWT\""), SIGNATURE_HEADER_REFUSED),
                header(
                        "alg twice",
                        "{\"alg\":\"none\",\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}",
                        SIGNATURE_HEADER_REFUSED),
                header("an array", "[]", SIGNATURE_HEADER_REFUSED),
                header("no JSON", "alg=EdDSA", SIGNATURE_HEADER_REFUSED),
                header("nothing", "", SIGNATURE_HEADER_REFUSED),
                refused("the public key as an HMAC secret", hmac(kid), SIGNATURE_HEADER_REFUSED));
    }

    static Stream<Arguments> texts() {
        String genuine = signed(GENUINE);
        return Stream.of(
                refused("nothing", "", DOCUMENT_MALFORMED),
                refused("null", "null", DOCUMENT_MALFORMED),
                refused("an array", "[]", DOCUMENT_MALFORMED),
                refused("half of it", genuine.substring(0, genuine.length() / 2), DOCUMENT_MALFORMED),
                refused("something after it", genuine + "{}", DOCUMENT_MALFORMED),
                refused("a byte order mark before it", "\uFEFF" + genuine, DOCUMENT_MALFORMED),
                refused(
                        "an unprotected header",
                        genuine.replace("\"protected\"", "\"header\":{},\"protected\""),
                        DOCUMENT_MALFORMED),
                refused(
                        "the payload twice",
                        genuine.replace("{\"payload\"", "{\"payload\":\"e30\",\"payload\""),
                        DOCUMENT_MALFORMED),
                refused(
                        "the flattened form",
                        "{\"payload\":\"e30\",\"protected\":\"e30\",\"signature\":\"AA\"}",
                        DOCUMENT_MALFORMED),
                refused("the compact form", "e30.e30.AA", DOCUMENT_MALFORMED),
                refused("signatures null", "{\"payload\":\"e30\",\"signatures\":null}", DOCUMENT_MALFORMED),
                refused("a null signature", "{\"payload\":\"e30\",\"signatures\":[null]}", DOCUMENT_MALFORMED),
                refused(
                        "a payload that is no base64url",
                        genuine.replace("{\"payload\":\"", "{\"payload\":\"*"),
                        DOCUMENT_MALFORMED),
                refused("deep nesting", "[".repeat(100_000) + "]".repeat(100_000), DOCUMENT_MALFORMED));
    }

    static Stream<Arguments> payloads() {
        return Stream.of(
                payload("a space", GENUINE.replace("\":", "\": "), DOCUMENT_MALFORMED),
                payload(
                        "members in another order",
                        "{\"type\":\"receipt\"," + GENUINE.substring(1).replace(",\"type\":\"receipt\"", ""),
                        DOCUMENT_MALFORMED),
                payload(
                        "a member twice",
                        GENUINE.replace("{\"audience\"", "{\"audience\":\"alba\",\"audience\""),
                        DOCUMENT_INVALID),
                payload("an escaped letter", GENUINE.replace("order-1", "\\u006frder-1"), DOCUMENT_MALFORMED),
                payload(
                        "an unknown member",
                        GENUINE.replace("{\"audience\"", "{\"aaa\":1,\"audience\""),
                        DOCUMENT_INVALID),
                payload(
                        "an unknown member in the body",
                        GENUINE.replace("{\"acceptedAt\"", "{\"aaa\":1,\"acceptedAt\""),
                        DOCUMENT_INVALID),
                payload("no audience", GENUINE.replace("\"audience\":\"alba\",", ""), DOCUMENT_INVALID),
                payload("no body", GENUINE.replaceAll("\"body\":\\{[^}]*},", ""), DOCUMENT_INVALID),
                payload("a null issuer", GENUINE.replace("\"issuer\":\"boreal\"", "\"issuer\":null"), DOCUMENT_INVALID),
                payload(
                        "a number for the issuer",
                        GENUINE.replace("\"issuer\":\"boreal\"", "\"issuer\":7"),
                        DOCUMENT_INVALID),
                payload(
                        "a type that nobody knows",
                        GENUINE.replace("\"receipt\"", "\"letter\""),
                        DOCUMENT_TYPE_UNKNOWN),
                payload(
                        "another type than the body's",
                        GENUINE.replace("\"receipt\"", "\"statement\""),
                        DOCUMENT_INVALID),
                payload("no type", GENUINE.replace(",\"type\":\"receipt\"", ""), DOCUMENT_TYPE_UNKNOWN),
                payload(
                        "an id that is none",
                        GENUINE.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"1\""),
                        DOCUMENT_INVALID),
                payload("an id in capitals", upperCaseId(), DOCUMENT_MALFORMED),
                payload(
                        "a time that is none",
                        GENUINE.replaceAll("\"issuedAt\":\"[^\"]*\"", "\"issuedAt\":\"yesterday\""),
                        DOCUMENT_INVALID),
                payload(
                        "a time of too many digits",
                        GENUINE.replace(".123Z\",\"issuer\"", ".1234567Z\",\"issuer\""),
                        DOCUMENT_MALFORMED),
                payload(
                        "a time with an offset",
                        GENUINE.replace("Z\",\"issuer\"", "+00:00\",\"issuer\""),
                        DOCUMENT_MALFORMED),
                payload("an operator's name in capitals", GENUINE.replace("boreal", "BOREAL"), DOCUMENT_INVALID),
                payload("a very long identifier", GENUINE.replace("order-1", "o".repeat(100_000)), DOCUMENT_INVALID),
                payload("a hash that is none", GENUINE.replace("sha256:", "md5:"), DOCUMENT_INVALID),
                payload("a number beyond IEEE 754", GENUINE.replace("\"order-1\"", "1e400"), DOCUMENT_INVALID),
                payload(
                        "a number of a thousand digits",
                        GENUINE.replace("\"order-1\"", "9".repeat(1000)),
                        DOCUMENT_INVALID),
                payload("not a number", GENUINE.replace("\"order-1\"", "NaN"), DOCUMENT_INVALID),
                payload(
                        "deep nesting",
                        GENUINE.replace("\"order-1\"", "[".repeat(1000) + "]".repeat(1000)),
                        DOCUMENT_INVALID),
                payload("an array", "[]", DOCUMENT_MALFORMED),
                payload("nothing", "", DOCUMENT_MALFORMED),
                payload("a byte order mark", "\uFEFF" + GENUINE, DOCUMENT_MALFORMED),
                payload("a lone surrogate", GENUINE.replace("order-1", "\\ud800"), DOCUMENT_INVALID),
                refused(
                        "invalid UTF-8",
                        signed(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'}),
                        DOCUMENT_INVALID),
                refused(
                        "a payload beyond the limit",
                        signed(new byte[DocumentCodec.PAYLOAD_BYTES_MAX + 1]),
                        DOCUMENT_MALFORMED));
    }

    static Stream<Arguments> keys() {
        PublishedKey key = BOREALS.publishedKey();
        return Stream.of(
                with(
                        "a key that was retired before",
                        new PublishedKey(key.id(), key.jwk(), key.validFrom(), Optional.of(NOW)),
                        SIGNATURE_KEY_NOT_IN_USE),
                with(
                        "a key that counts from later on",
                        new PublishedKey(key.id(), key.jwk(), NOW.plusMillis(1), Optional.empty()),
                        SIGNATURE_KEY_NOT_IN_USE),
                with("a key that was revoked from that moment on", key.revoked(NOW), SIGNATURE_KEY_REVOKED),
                with(
                        "a key that was revoked from an earlier moment on",
                        key.revoked(NOW.minusMillis(1)),
                        SIGNATURE_KEY_REVOKED));
    }

    private static Arguments with(String name, PublishedKey key, DocumentException.Code code) {
        return Arguments.of(Named.of(name, signed(GENUINE)), code, List.of(new KeyHistory(BOREAL, List.of(key))));
    }

    private static Arguments refused(String name, String text, DocumentException.Code code) {
        return Arguments.of(Named.of(name, text), code, histories());
    }

    private static Arguments payload(String name, String payload, DocumentException.Code code) {
        assertThat(payload).as(name).isNotEqualTo(GENUINE);
        return refused("payload with " + name, signed(payload), code);
    }

    private static Arguments header(String name, String header, DocumentException.Code code) {
        String payload = encoded(GENUINE);
        SignedDocument.Signature genuine = sign(BOREALS, payload);
        return refused(
                "header with " + name,
                json(payload, new SignedDocument.Signature(encoded(header), genuine.signature())),
                code);
    }

    private static String more(String kid, String member) {
        return "{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"," + member + "}";
    }

    private static List<KeyHistory> histories() {
        return List.of(
                new KeyHistory(ALBA, List.of(ALBAS.publishedKey())),
                new KeyHistory(BOREAL, List.of(BOREALS.publishedKey())),
                new KeyHistory(COBALTS.operator(), List.of(COBALTS.publishedKey())));
    }

    private static String upperCaseId() {
        int at = GENUINE.indexOf("\"id\":\"") + 6;
        return GENUINE.substring(0, at)
                + GENUINE.substring(at, at + 36).toUpperCase(Locale.ROOT)
                + GENUINE.substring(at + 36);
    }

    /** An HMAC over the document, keyed with the public key that everybody knows. */
    private static String hmac(String kid) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(GENUINE);
        jws.setAlgorithmHeaderValue("HS256");
        jws.setKeyIdHeaderValue(kid);
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setKey(new HmacKey(BOREALS.keys().getPublic().getEncoded()));
        return json(encoded(GENUINE), parts(jws));
    }

    private static SignedDocument.Signature forged(TestKeys signer, String payload, String kid) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setEncodedPayload(payload);
        jws.setAlgorithmHeaderValue("EdDSA");
        jws.setKeyIdHeaderValue(kid);
        jws.setKey(signer.keys().getPrivate());
        return parts(jws);
    }

    private static SignedDocument.Signature parts(JsonWebSignature jws) {
        try {
            String[] parts = jws.getCompactSerialization().split("\\.", -1);
            return new SignedDocument.Signature(parts[0], parts[2]);
        } catch (JoseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static String swapped(String payload) {
        SignedDocument.Signature one = sign(BOREALS, payload);
        SignedDocument.Signature two = sign(ALBAS, payload);
        return json(
                payload,
                new SignedDocument.Signature(two.protectedHeader(), one.signature()),
                new SignedDocument.Signature(one.protectedHeader(), two.signature()));
    }

    private static SignedDocument.Signature cut(SignedDocument.Signature signature, int length) {
        return new SignedDocument.Signature(
                signature.protectedHeader(), signature.signature().substring(0, length));
    }

    private static SignedDocument.Signature twice(SignedDocument.Signature signature) {
        return new SignedDocument.Signature(signature.protectedHeader(), signature.signature() + signature.signature());
    }

    private static SignedDocument.Signature sign(TestKeys signer, String payload) {
        return signer.sign(payload);
    }

    private static SignedDocument document(String payload, TestKeys... signers) {
        String encoded = encoded(payload);
        List<SignedDocument.Signature> signatures = new ArrayList<>();
        for (TestKeys signer : signers) {
            signatures.add(signer.sign(encoded));
        }
        return new SignedDocument(encoded, signatures);
    }

    private static String signed(String payload) {
        return SignedDocumentJson.write(document(payload, BOREALS));
    }

    private static String signed(byte[] payload) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
        return json(encoded, BOREALS.sign(encoded));
    }

    private static String json(String payload, SignedDocument.Signature... signatures) {
        return SignedDocumentJson.write(new SignedDocument(payload, List.of(signatures)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

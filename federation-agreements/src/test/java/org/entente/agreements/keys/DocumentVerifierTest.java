package org.entente.agreements.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.DocumentException.Code;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Samples;
import org.entente.agreements.document.SignedDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentVerifierTest {
    private TestKeys boreal;
    private TestKeys alba;
    private SignedDocument signed;

    @BeforeEach
    void sign() throws GeneralSecurityException {
        boreal = TestKeys.ed25519(Samples.BOREAL);
        alba = TestKeys.p256(Samples.ALBA);
        signed = signed("one", boreal);
    }

    @Test
    void acceptsTheIssuersSignature() {
        assertThat(verify(signed).signers()).containsExactly(Samples.BOREAL);
    }

    @Test
    void acceptsTwoSignersOverTheSameBytes() {
        SignedDocument both = signed.with(alba.sign(signed.payload()));

        assertThat(verify(both).signers()).containsExactlyInAnyOrder(Samples.ALBA, Samples.BOREAL);
        assertThat(both.hash()).isEqualTo(signed.hash());
    }

    @Test
    void refusesAChangedPayload() {
        SignedDocument other = signed("two", boreal);

        refuses(new SignedDocument(other.payload(), signed.signatures()), Code.SIGNATURE_WRONG);
    }

    @Test
    void refusesADocumentThatOnlyTheAudienceSigned() {
        refuses(signed("one", alba), Code.SIGNATURE_MISSING);
    }

    @Test
    void refusesADocumentWithoutSignatures() {
        refuses(new SignedDocument(signed.payload(), List.of()), Code.SIGNATURE_MISSING);
    }

    @Test
    void refusesASecondSignatureOfTheSameOperator() {
        refuses(signed.with(boreal.sign(signed.payload())), Code.SIGNATURE_WRONG);
    }

    @Test
    void refusesAStrangersKey() throws GeneralSecurityException {
        refuses(signed("one", TestKeys.ed25519(Samples.BOREAL)), Code.SIGNATURE_KEY_UNKNOWN);
    }

    @Test
    void refusesAHeaderThatNamesAnotherAlgorithm() {
        refuses(
                withHeader(
                        "{\"alg\":\"none\",\"kid\":\"" + boreal.publishedKey().id() + "\"}"),
                Code.SIGNATURE_HEADER_REFUSED);
        refuses(
                withHeader(
                        "{\"alg\":\"HS256\",\"kid\":\"" + boreal.publishedKey().id() + "\"}"),
                Code.SIGNATURE_HEADER_REFUSED);
        refuses(
                withHeader(
                        "{\"alg\":\"ES256\",\"kid\":\"" + boreal.publishedKey().id() + "\"}"),
                Code.SIGNATURE_HEADER_REFUSED);
    }

    @Test
    void refusesAHeaderThatBringsItsOwnKey() {
        String id = boreal.publishedKey().id();
        refuses(
                withHeader("{\"alg\":\"EdDSA\",\"kid\":\"" + id + "\",\"jwk\":"
                        + boreal.publishedKey().json() + "}"),
                Code.SIGNATURE_HEADER_REFUSED);
        refuses(
                withHeader("{\"alg\":\"EdDSA\",\"kid\":\"" + id + "\",\"jku\":\"http://127.0.0.1/\"}"),
                Code.SIGNATURE_HEADER_REFUSED);
        refuses(withHeader("{\"alg\":\"EdDSA\"}"), Code.SIGNATURE_HEADER_REFUSED);
    }

    @Test
    void refusesATruncatedSignature() {
        SignedDocument.Signature whole = signed.signatures().getFirst();
        SignedDocument.Signature cut = new SignedDocument.Signature(
                whole.protectedHeader(), whole.signature().substring(0, 40));

        assertThatThrownBy(() -> verify(new SignedDocument(signed.payload(), List.of(cut))))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void refusesAKeyThatWasRetiredBefore() {
        PublishedKey key = boreal.publishedKey();
        PublishedKey retired =
                new PublishedKey(key.id(), key.jwk(), Instant.EPOCH, Optional.of(Samples.NOW.minusSeconds(1)));
        KeyHistory history = new KeyHistory(Samples.BOREAL, List.of(retired));

        assertThatThrownBy(() -> DocumentVerifier.verify(signed, List.of(history)))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(Code.SIGNATURE_KEY_NOT_IN_USE));
    }

    private SignedDocument signed(String sentence, DocumentSigner signer) {
        byte[] bytes = DocumentCodec.write(Samples.document(new Refusal("CODE", sentence)));
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new SignedDocument(payload, List.of(signer.sign(payload)));
    }

    private SignedDocument withHeader(String header) {
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        return new SignedDocument(
                signed.payload(),
                List.of(new SignedDocument.Signature(
                        encoded, signed.signatures().getFirst().signature())));
    }

    private VerifiedDocument<?> verify(SignedDocument document) {
        return DocumentVerifier.verify(
                document,
                List.of(
                        new KeyHistory(Samples.ALBA, List.of(alba.publishedKey())),
                        new KeyHistory(Samples.BOREAL, List.of(boreal.publishedKey()))));
    }

    private void refuses(SignedDocument document, Code code) {
        assertThatThrownBy(() -> verify(document))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(code));
    }
}

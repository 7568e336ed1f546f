package org.entente.agreements.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.agreements.document.Samples.BOREAL;
import static org.entente.agreements.document.Samples.NOW;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.Samples;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.TestKeys;
import org.entente.agreements.verification.Finding.Broken;
import org.entente.agreements.verification.Finding.Open;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaperTrailTest {
    private SignedMonth month;

    @BeforeEach
    void aMonthOfDocuments() throws GeneralSecurityException {
        month = new SignedMonth();
    }

    @Test
    void aWholeMonthHolds() {
        List<Finding> findings =
                month.check(month.agreement, month.firstReport, month.secondReport, month.statement, month.invoice);

        assertThat(findings).hasOnlyElementsOfType(Finding.Proved.class).hasSizeGreaterThan(15);
    }

    @Test
    void aDocumentByItselfHoldsAndSaysWhatIsMissing() {
        List<Finding> findings = month.check(month.statement);

        assertThat(findings).noneMatch(Broken.class::isInstance);
        assertThat(findings)
                .filteredOn(Open.class::isInstance)
                .singleElement()
                .satisfies(open -> assertThat(open.sentence()).contains("3 of the 3 documents"));
    }

    @Test
    void aProposalThatWasRejectedIsInOrder() {
        SignedDocument proposal = month.signed(new AgreementVersion(Samples.terms(), NOW));
        SignedDocument rejection = month.signed(new AgreementRejection(SignedMonth.AGREEMENT, 1, "too dear"), proposal);

        assertThat(month.check(proposal, rejection))
                .hasOnlyElementsOfType(Finding.Proved.class)
                .anySatisfy(found -> assertThat(found.sentence()).contains("binds nobody; it was rejected by"));
    }

    @Test
    void aProposalByItselfLeavesOpenWhatBecameOfIt() {
        SignedDocument proposal = month.signed(new AgreementVersion(Samples.terms(), NOW));

        assertThat(month.check(proposal))
                .filteredOn(Open.class::isInstance)
                .singleElement()
                .satisfies(found -> assertThat(found.sentence()).contains("nothing among the files says"));
    }

    @Test
    void aChangedSignatureIsNamedByItsBytes() {
        String text = SignedDocumentJson.write(month.agreement);
        String second = month.agreement.signatures().get(1).signature();
        int from = text.indexOf(second);
        String changed = text.replace(second, (second.charAt(0) == 'A' ? "B" : "A") + second.substring(1));

        assertThat(PaperTrail.check(List.of(new Evidence("agreement.json", changed)), month.histories()))
                .singleElement()
                .isEqualTo(new Broken(
                        "agreement.json",
                        "SIGNATURE_WRONG",
                        "A signature does not match the document",
                        Optional.of(new Finding.Bytes(from, from + second.length()))));
    }

    @Test
    void aPayloadThatIsNotCanonicalIsNamedByItsBytes() {
        String payload = new String(month.agreement.payloadBytes(), StandardCharsets.UTF_8);
        String spaced = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{ " + payload.substring(1)).getBytes(StandardCharsets.UTF_8));
        String text = SignedDocumentJson.write(new SignedDocument(spaced, month.agreement.signatures()));

        assertThat(PaperTrail.check(List.of(new Evidence("agreement.json", text)), month.histories()))
                .singleElement()
                .isInstanceOfSatisfying(Broken.class, broken -> {
                    assertThat(broken.rule()).isEqualTo("DOCUMENT_MALFORMED");
                    assertThat(broken.bytes().orElseThrow().to()).isEqualTo(text.indexOf(spaced) + spaced.length());
                });
    }

    @Test
    void whatIsNoDocumentIsSaidToBeNone() {
        assertThat(PaperTrail.check(List.of(new Evidence("letter.json", "Dear Boreal")), month.histories()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.rule()).isEqualTo("DOCUMENT_MALFORMED"));
    }

    @Test
    void aStrangersHistoryProvesNothing() throws GeneralSecurityException {
        TestKeys stranger = TestKeys.ed25519(BOREAL);

        assertThat(PaperTrail.check(
                        List.of(SignedMonth.evidence(month.invoice)),
                        List.of(
                                SignedMonth.history(month.alba.publishedKey()),
                                SignedMonth.history(stranger.publishedKey()))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.rule()).isEqualTo("SIGNATURE_KEY_UNKNOWN"));
    }

    @Test
    void aKeyHistorySurvivesItsJson() {
        PublishedKey retired = new PublishedKey(
                month.boreal.publishedKey().id(), month.boreal.publishedKey().jwk(), Instant.EPOCH, Optional.of(NOW));
        KeyHistory history = new KeyHistory(BOREAL, List.of(retired));

        KeyHistory read = KeyHistoryJson.read(KeyHistoryJson.write(history));

        assertThat(read.operator()).isEqualTo(BOREAL);
        assertThat(read.keys()).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo(retired.id());
            assertThat(key.countsAt(NOW)).isFalse();
            assertThat(key.countsAt(NOW.minusMillis(1))).isTrue();
        });
        assertThat(KeyHistoryJson.isOne(KeyHistoryJson.write(history))).isTrue();
        assertThat(KeyHistoryJson.isOne(SignedDocumentJson.write(month.invoice)))
                .isFalse();
    }

    @Test
    void aKeyHistoryWithAPrivateKeyOrWithoutTimesIsRefused() {
        assertThatThrownBy(() -> KeyHistoryJson.read("{\"operator\":\"boreal\",\"keys\":[]}"))
                .hasMessageContaining("1 to 1000 keys");
        String json = KeyHistoryJson.write(SignedMonth.history(month.boreal.publishedKey()))
                .replace("1970-01-01T00:00:00Z", "long ago");
        assertThatThrownBy(() -> KeyHistoryJson.read(json)).hasMessageContaining("validFrom");
    }
}

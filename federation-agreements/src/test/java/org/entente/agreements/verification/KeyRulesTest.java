package org.entente.agreements.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreements.document.Samples.ALBA;
import static org.entente.agreements.document.Samples.BOREAL;
import static org.entente.agreements.document.Samples.NOW;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.document.KeyRevocation;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.TestKeys;
import org.entente.agreements.verification.Finding.Broken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keys' ends, revocations and changes mean for documents, from files alone. */
class KeyRulesTest {
    private TestKeys alba;
    private TestKeys boreal;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException {
        alba = TestKeys.p256(ALBA);
        boreal = TestKeys.ed25519(BOREAL);
    }

    @Test
    void anOldDocumentHoldsAfterItsKeyRetired() {
        SignedDocument document = signed(new Acknowledgement(), boreal);

        assertThat(rules(document, retired(NOW.plusMillis(1)))).isEmpty();
        assertThat(rules(document, retired(NOW))).containsExactly("SIGNATURE_KEY_NOT_IN_USE");
    }

    @Test
    void nothingHoldsThatARevokedKeySignedFromThatMomentOn() {
        SignedDocument document = signed(new Acknowledgement(), boreal);

        assertThat(rules(document, boreal.publishedKey().revoked(NOW.plusMillis(1))))
                .isEmpty();
        assertThat(rules(document, boreal.publishedKey().revoked(NOW))).containsExactly("SIGNATURE_KEY_REVOKED");
    }

    @Test
    void aRevocationTurnsNoEarlierRevocationLater() {
        PublishedKey twice = boreal.publishedKey().revoked(NOW).revoked(NOW.plusSeconds(60));

        assertThat(twice.revokedFrom()).contains(NOW);
    }

    @Test
    void aCountersignatureOfARevokedKeyHoldsNothingEither() {
        SignedDocument once = signed(new Acknowledgement(), boreal);
        SignedDocument both = once.with(alba.sign(once.payload()));
        KeyHistory albas = new KeyHistory(ALBA, List.of(alba.publishedKey().revoked(NOW)));

        assertThat(broken(both, List.of(albas, borealsHistory(boreal.publishedKey()))))
                .containsExactly("SIGNATURE_KEY_REVOKED");
    }

    @Test
    void aChangeOfKeysHoldsOnceTheOtherSideConfirmedIt() throws GeneralSecurityException {
        PublishedKey fresh = TestKeys.ed25519(BOREAL).publishedKey();
        SignedDocument once =
                signed(new KeyChange(fresh.bare(), NOW, boreal.publishedKey().id(), NOW.plusSeconds(60)), boreal);
        SignedDocument both = once.with(alba.sign(once.payload()));

        assertThat(check(both, histories(boreal.publishedKey(), fresh)))
                .hasOnlyElementsOfType(Finding.Proved.class)
                .anyMatch(finding -> finding.sentence().contains("alba confirmed the key " + fresh.id()));
        assertThat(rules(once, boreal.publishedKey(), fresh)).containsExactly("SIGNATURE_MISSING");
    }

    @Test
    void aRevocationNeedsAnotherKeyAndAHistoryThatSaysTheSame() throws GeneralSecurityException {
        TestKeys other = TestKeys.ed25519(BOREAL);
        PublishedKey stolen = boreal.publishedKey();
        Instant from = NOW.plusSeconds(5);
        KeyRevocation revocation = new KeyRevocation(stolen.id(), from, "The key store was copied");

        assertThat(rules(signed(revocation, boreal), stolen))
                .containsExactly("REVOCATION_NOT_BELIEVED", "KEY_HISTORY_WITHOUT_REVOCATION");
        assertThat(rules(signed(revocation, other), stolen.revoked(from.plusMillis(1)), other.publishedKey()))
                .containsExactly("KEY_HISTORY_WITHOUT_REVOCATION");
        assertThat(rules(signed(revocation, other), stolen.revoked(from), other.publishedKey()))
                .isEmpty();
    }

    @Test
    void aHistoryKeepsValidityAndRevocationsInItsFile() {
        KeyHistory history = borealsHistory(retired(NOW).revoked(NOW.minusSeconds(5)));

        KeyHistory read = KeyHistoryJson.read(KeyHistoryJson.write(history));

        PublishedKey key = read.keys().getFirst();
        assertThat(read.operator()).isEqualTo(BOREAL);
        assertThat(key.id()).isEqualTo(boreal.publishedKey().id());
        assertThat(key.validFrom()).isEqualTo(Instant.EPOCH);
        assertThat(key.validTo()).contains(NOW);
        assertThat(key.revokedFrom()).contains(NOW.minusSeconds(5));
    }

    private PublishedKey retired(Instant end) {
        PublishedKey key = boreal.publishedKey();
        return new PublishedKey(key.id(), key.jwk(), key.validFrom(), Optional.of(end));
    }

    private static SignedDocument signed(DocumentBody body, DocumentSigner by) {
        Document<DocumentBody> document =
                new Document<>(new DocumentId(UUID.randomUUID()), BOREAL, ALBA, NOW, List.of(), body);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        return new SignedDocument(payload, List.of(by.sign(payload)));
    }

    private List<String> rules(SignedDocument document, PublishedKey... borealsKeys) {
        return broken(document, histories(borealsKeys));
    }

    private static List<String> broken(SignedDocument document, List<KeyHistory> histories) {
        return check(document, histories).stream()
                .filter(Broken.class::isInstance)
                .map(finding -> ((Broken) finding).rule())
                .toList();
    }

    private static List<Finding> check(SignedDocument document, List<KeyHistory> histories) {
        return PaperTrail.check(List.of(new Evidence("one.json", SignedDocumentJson.write(document))), histories);
    }

    private List<KeyHistory> histories(PublishedKey... borealsKeys) {
        return List.of(new KeyHistory(ALBA, List.of(alba.publishedKey())), borealsHistory(borealsKeys));
    }

    private static KeyHistory borealsHistory(PublishedKey... keys) {
        return new KeyHistory(BOREAL, List.of(keys));
    }
}

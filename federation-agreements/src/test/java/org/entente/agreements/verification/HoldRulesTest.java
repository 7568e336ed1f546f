package org.entente.agreements.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreements.document.Samples.ALBA;
import static org.entente.agreements.document.Samples.BOREAL;
import static org.entente.agreements.document.Samples.NOW;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.TestKeys;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.verification.Finding.Broken;
import org.entente.agreements.verification.Finding.Open;
import org.entente.agreements.verification.Finding.Proved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has the documents of a hold can tell whether the order that took it up was for the same, and in time. */
class HoldRulesTest {
    private static final AgreementId AGREEMENT = new AgreementId("alba-at-boreal");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final Instant UNTIL = NOW.plusSeconds(120);

    private TestKeys alba;
    private TestKeys boreal;
    private SignedDocument request;
    private SignedDocument hold;

    @BeforeEach
    void aHold() throws GeneralSecurityException {
        alba = TestKeys.p256(ALBA);
        boreal = TestKeys.ed25519(BOREAL);
        request = fromAlba(NOW, new HoldRequest(ORDER, AGREEMENT, UNTIL, List.of(instance("one")), Optional.empty()));
        hold = fromBoreal(new Hold(ORDER, UNTIL), request);
    }

    @Test
    void anOrderOfWhatWasHeldInTimeHolds() {
        SignedDocument order = fromAlba(NOW.plusSeconds(1), order(ORDER, "one"), hold);

        assertThat(check(request, hold, order))
                .hasOnlyElementsOfType(Proved.class)
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("takes up the hold that boreal gave for it"))
                .anySatisfy(sentence -> assertThat(sentence).contains("the 1 instances that were held"))
                .anySatisfy(sentence -> assertThat(sentence).contains("before the hold ended"));
    }

    @Test
    void anOrderOfSomethingElseThanWasHeldIsFound() {
        assertThat(rules(request, hold, fromAlba(NOW, order(ORDER, "one", "two"), hold)))
                .containsExactly("ORDER_HOLD_DIFFERS");
    }

    @Test
    void anOrderAfterTheHoldEndedIsFound() {
        assertThat(rules(request, hold, fromAlba(UNTIL, order(ORDER, "one"), hold)))
                .containsExactly("ORDER_HOLD_EXPIRED");
    }

    @Test
    void anOrderThatTakesUpTheHoldOfAnotherIsFound() {
        assertThat(rules(request, hold, fromAlba(NOW, order(new OrderId("order-2"), "one"), hold)))
                .containsExactly("ORDER_HOLD_OF_ANOTHER");
    }

    @Test
    void aHoldForLessThanWasAskedIsFound() {
        SignedDocument shorter = fromBoreal(new Hold(ORDER, UNTIL.minusSeconds(1)), request);

        assertThat(rules(request, shorter)).containsExactly("HOLD_NOT_AS_ASKED");
    }

    @Test
    void whatIsMissingIsSaidAndHeldAgainstNobody() {
        SignedDocument order = fromAlba(NOW, order(ORDER, "one"), hold);

        assertThat(check(hold, order))
                .noneMatch(Broken.class::isInstance)
                .filteredOn(Open.class::isInstance)
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("the request of the hold that it takes up"))
                .anySatisfy(sentence -> assertThat(sentence).contains("the request that it answers"));
    }

    private List<String> rules(SignedDocument... documents) {
        return check(documents).stream()
                .filter(Broken.class::isInstance)
                .map(broken -> ((Broken) broken).rule())
                .toList();
    }

    private List<Finding> check(SignedDocument... documents) {
        return PaperTrail.check(
                Arrays.stream(documents)
                        .map(document -> new Evidence(document.hash().value(), SignedDocumentJson.write(document)))
                        .toList(),
                List.of(
                        new KeyHistory(ALBA, List.of(alba.publishedKey())),
                        new KeyHistory(BOREAL, List.of(boreal.publishedKey()))));
    }

    private static OrderPlaced order(OrderId order, String... instances) {
        return new OrderPlaced(
                order,
                AGREEMENT,
                NOW.plusSeconds(600),
                Arrays.stream(instances).map(HoldRulesTest::instance).toList());
    }

    private static OrderedInstance instance(String id) {
        return new OrderedInstance(
                new InstanceId(id), id, new SiteId("oslo"), new OrderedWorkload.VirtualMachine("cirros", "m1.tiny"));
    }

    private SignedDocument fromAlba(Instant issuedAt, DocumentBody body, SignedDocument... buildsOn) {
        String payload = payload(ALBA, BOREAL, issuedAt, body, buildsOn);
        return new SignedDocument(payload, List.of(alba.sign(payload)));
    }

    private SignedDocument fromBoreal(DocumentBody body, SignedDocument... buildsOn) {
        String payload = payload(BOREAL, ALBA, NOW, body, buildsOn);
        return new SignedDocument(payload, List.of(boreal.sign(payload)));
    }

    private static String payload(
            OperatorId issuer, OperatorId audience, Instant at, DocumentBody body, SignedDocument... buildsOn) {
        Document<DocumentBody> document = new Document<>(
                new DocumentId(UUID.randomUUID()),
                issuer,
                audience,
                at,
                Arrays.stream(buildsOn).map(SignedDocument::hash).toList(),
                body);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
    }
}

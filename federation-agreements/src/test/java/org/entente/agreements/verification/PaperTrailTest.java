package org.entente.agreements.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.agreements.document.Samples.ALBA;
import static org.entente.agreements.document.Samples.BOREAL;
import static org.entente.agreements.document.Samples.NOW;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Samples;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.TestKeys;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.verification.Finding.Broken;
import org.entente.agreements.verification.Finding.Open;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaperTrailTest {
    private static final AgreementId AGREEMENT = new AgreementId("alba-at-boreal");
    private static final InstanceId INSTANCE = new InstanceId("instance-1");
    private static final SiteId OSLO = new SiteId("oslo");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Window MONTH =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    private TestKeys alba;
    private TestKeys boreal;
    private SignedDocument agreement;
    private SignedDocument firstReport;
    private SignedDocument secondReport;
    private SignedDocument statement;
    private SignedDocument invoice;

    @BeforeEach
    void aMonthOfDocuments() throws GeneralSecurityException {
        alba = TestKeys.p256(ALBA);
        boreal = TestKeys.ed25519(BOREAL);
        agreement = bothSign(new AgreementVersion(Samples.terms(), Samples.NOW));
        firstReport = bothSign(report(1, "30000"), agreement);
        secondReport = bothSign(report(2, "6000"), firstReport, agreement);
        statement = bothSign(statement("36000", "0.12"), agreement, firstReport, secondReport);
        invoice = signed(invoice("0.12"), statement);
    }

    @Test
    void aWholeMonthHolds() {
        List<Finding> findings = check(agreement, firstReport, secondReport, statement, invoice);

        assertThat(findings).hasOnlyElementsOfType(Finding.Proved.class).hasSizeGreaterThan(15);
    }

    @Test
    void aDocumentByItselfHoldsAndSaysWhatIsMissing() {
        List<Finding> findings = check(statement);

        assertThat(findings).noneMatch(Broken.class::isInstance);
        assertThat(findings)
                .filteredOn(Open.class::isInstance)
                .singleElement()
                .satisfies(open -> assertThat(open.sentence()).contains("3 of the 3 documents"));
    }

    @Test
    void aProposalThatWasRejectedIsInOrder() {
        SignedDocument proposal = signed(new AgreementVersion(Samples.terms(), NOW));
        SignedDocument rejection = signed(new AgreementRejection(AGREEMENT, 1, "too dear"), proposal);

        assertThat(check(proposal, rejection))
                .hasOnlyElementsOfType(Finding.Proved.class)
                .anySatisfy(found -> assertThat(found.sentence()).contains("binds nobody; it was rejected by"));
    }

    @Test
    void aProposalByItselfLeavesOpenWhatBecameOfIt() {
        SignedDocument proposal = signed(new AgreementVersion(Samples.terms(), NOW));

        assertThat(check(proposal))
                .filteredOn(Open.class::isInstance)
                .singleElement()
                .satisfies(found -> assertThat(found.sentence()).contains("nothing among the files says"));
    }

    @Test
    void nothingMayBuildOnAProposalAsIfItWereAnAgreement() {
        SignedDocument proposal = signed(new AgreementVersion(Samples.terms(), NOW));
        SignedDocument report = bothSign(report(1, "30000"), proposal);

        assertThat(rules(proposal, report)).containsExactly("SIGNATURE_MISSING");
    }

    @Test
    void aStatementThatOnlyOneSignedIsNotAccepted() {
        SignedDocument alone = signed(statement("36000", "0.12"), agreement, firstReport, secondReport);

        assertThat(rules(agreement, firstReport, secondReport, alone)).containsExactly("SIGNATURE_MISSING");
    }

    @Test
    void aQuantityThatNobodyReportedIsFound() {
        SignedDocument more = bothSign(statement("36001", "0.12"), agreement, firstReport, secondReport);

        assertThat(rules(agreement, firstReport, secondReport, more)).containsExactly("STATEMENT_QUANTITY_WRONG");
    }

    @Test
    void anAmountThatTheTermsDoNotMakeIsFound() {
        SignedDocument dearer = bothSign(statement("36000", "0.13"), agreement, firstReport, secondReport);

        assertThat(check(agreement, firstReport, secondReport, dearer))
                .filteredOn(Broken.class::isInstance)
                .singleElement()
                .satisfies(broken -> assertThat(broken.sentence())
                        .contains("price line vm-vcpu of instance-1 costs 0.12 EUR by the terms, not 0.13 EUR"));
    }

    @Test
    void aMissingReportIsNotTakenForAWrongQuantity() {
        assertThat(check(agreement, firstReport, statement)).noneMatch(Broken.class::isInstance);
    }

    @Test
    void aReportThatSkipsANumberIsFound() {
        SignedDocument third = bothSign(report(3, "1"), firstReport, agreement);

        assertThat(rules(agreement, firstReport, third)).containsExactly("REPORT_NUMBER_WRONG");
    }

    @Test
    void anInvoiceForMoreThanTheStatementIsFound() {
        SignedDocument more = signed(invoice("0.41"), statement);

        assertThat(rules(agreement, firstReport, secondReport, statement, more))
                .containsExactly("INVOICE_AMOUNT_WRONG");
    }

    @Test
    void aChangedSignatureIsNamedByItsBytes() {
        String text = SignedDocumentJson.write(agreement);
        String second = agreement.signatures().get(1).signature();
        int from = text.indexOf(second);
        String changed = text.replace(second, (second.charAt(0) == 'A' ? "B" : "A") + second.substring(1));

        assertThat(PaperTrail.check(List.of(new Evidence("agreement.json", changed)), histories()))
                .singleElement()
                .isEqualTo(new Broken(
                        "agreement.json",
                        "SIGNATURE_WRONG",
                        "A signature does not match the document",
                        Optional.of(new Finding.Bytes(from, from + second.length()))));
    }

    @Test
    void aPayloadThatIsNotCanonicalIsNamedByItsBytes() {
        String payload = new String(agreement.payloadBytes(), StandardCharsets.UTF_8);
        String spaced = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{ " + payload.substring(1)).getBytes(StandardCharsets.UTF_8));
        String text = SignedDocumentJson.write(new SignedDocument(spaced, agreement.signatures()));

        assertThat(PaperTrail.check(List.of(new Evidence("agreement.json", text)), histories()))
                .singleElement()
                .isInstanceOfSatisfying(Broken.class, broken -> {
                    assertThat(broken.rule()).isEqualTo("DOCUMENT_MALFORMED");
                    assertThat(broken.bytes().orElseThrow().to()).isEqualTo(text.indexOf(spaced) + spaced.length());
                });
    }

    @Test
    void whatIsNoDocumentIsSaidToBeNone() {
        assertThat(PaperTrail.check(List.of(new Evidence("letter.json", "Dear Boreal")), histories()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.rule()).isEqualTo("DOCUMENT_MALFORMED"));
    }

    @Test
    void aStrangersHistoryProvesNothing() throws GeneralSecurityException {
        TestKeys stranger = TestKeys.ed25519(BOREAL);

        assertThat(PaperTrail.check(
                        List.of(evidence(invoice)),
                        List.of(history(alba.publishedKey()), history(stranger.publishedKey()))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.rule()).isEqualTo("SIGNATURE_KEY_UNKNOWN"));
    }

    @Test
    void aKeyHistorySurvivesItsJson() {
        PublishedKey retired = new PublishedKey(
                boreal.publishedKey().id(), boreal.publishedKey().jwk(), Instant.EPOCH, Optional.of(NOW));
        KeyHistory history = new KeyHistory(BOREAL, List.of(retired));

        KeyHistory read = KeyHistoryJson.read(KeyHistoryJson.write(history));

        assertThat(read.operator()).isEqualTo(BOREAL);
        assertThat(read.keys()).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo(retired.id());
            assertThat(key.countsAt(NOW)).isFalse();
            assertThat(key.countsAt(NOW.minusMillis(1))).isTrue();
        });
        assertThat(KeyHistoryJson.isOne(KeyHistoryJson.write(history))).isTrue();
        assertThat(KeyHistoryJson.isOne(SignedDocumentJson.write(invoice))).isFalse();
    }

    @Test
    void aKeyHistoryWithAPrivateKeyOrWithoutTimesIsRefused() {
        assertThatThrownBy(() -> KeyHistoryJson.read("{\"operator\":\"boreal\",\"keys\":[]}"))
                .hasMessageContaining("1 to 1000 keys");
        String json = KeyHistoryJson.write(history(boreal.publishedKey())).replace("1970-01-01T00:00:00Z", "long ago");
        assertThatThrownBy(() -> KeyHistoryJson.read(json)).hasMessageContaining("validFrom");
    }

    private List<String> rules(SignedDocument... documents) {
        return check(documents).stream()
                .filter(Broken.class::isInstance)
                .map(broken -> ((Broken) broken).rule())
                .toList();
    }

    private List<Finding> check(SignedDocument... documents) {
        return PaperTrail.check(
                List.of(documents).stream().map(PaperTrailTest::evidence).toList(), histories());
    }

    private List<KeyHistory> histories() {
        return List.of(
                new KeyHistory(ALBA, List.of(alba.publishedKey())),
                new KeyHistory(BOREAL, List.of(boreal.publishedKey())));
    }

    private static KeyHistory history(PublishedKey key) {
        return new KeyHistory(BOREAL, List.of(key));
    }

    private static Evidence evidence(SignedDocument document) {
        return new Evidence(document.hash().value().substring(0, 15), SignedDocumentJson.write(document));
    }

    private SignedDocument bothSign(DocumentBody body, SignedDocument... buildsOn) {
        SignedDocument once = signed(body, buildsOn);
        return once.with(alba.sign(once.payload()));
    }

    private SignedDocument signed(DocumentBody body, SignedDocument... buildsOn) {
        List<DocumentHash> hashes = new ArrayList<>();
        for (SignedDocument base : buildsOn) {
            hashes.add(base.hash());
        }
        Document<DocumentBody> document =
                new Document<>(new DocumentId(UUID.randomUUID()), BOREAL, ALBA, NOW, hashes, body);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        return new SignedDocument(payload, List.of(boreal.sign(payload)));
    }

    private static UsageReport report(long number, String seconds) {
        return new UsageReport(
                AGREEMENT,
                number,
                List.of(new UsageReport.ReportedUsage(
                        INSTANCE,
                        OSLO,
                        Technology.OPENSTACK,
                        MONTH,
                        new Quantity(Meter.VCPU, new BigDecimal(seconds)))));
    }

    private static Statement statement(String seconds, String amount) {
        return new Statement(
                AGREEMENT,
                NOVEMBER,
                MONTH,
                List.of(new Statement.StatementLine(
                        INSTANCE,
                        OSLO,
                        "vm-vcpu",
                        new Quantity(Meter.VCPU, new BigDecimal(seconds)),
                        Money.of("EUR", amount))),
                Money.of("EUR", amount));
    }

    private static Invoice invoice(String amount) {
        return new Invoice(
                "BOREAL-2026-000001",
                AGREEMENT,
                NOVEMBER,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 31),
                List.of(new Invoice.InvoiceLine(1, "instance-1 at oslo: vCPU", Money.of("EUR", amount))),
                Money.of("EUR", amount),
                BigDecimal.ZERO,
                Money.of("EUR", "0"),
                Money.of("EUR", amount));
    }
}

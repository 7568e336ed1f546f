package org.entente.agreements.verification;

import static org.entente.agreements.document.Samples.ALBA;
import static org.entente.agreements.document.Samples.BOREAL;
import static org.entente.agreements.document.Samples.NOW;

import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
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

/** A month between two operators: agreement, two reports, statement and invoice, and what more a test signs. */
final class SignedMonth {
    static final AgreementId AGREEMENT = new AgreementId("alba-at-boreal");
    private static final InstanceId INSTANCE = new InstanceId("instance-1");
    private static final SiteId OSLO = new SiteId("oslo");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Window MONTH =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    final TestKeys alba;
    final TestKeys boreal;
    final SignedDocument agreement;
    final SignedDocument firstReport;
    final SignedDocument secondReport;
    final SignedDocument statement;
    final SignedDocument invoice;

    SignedMonth() throws GeneralSecurityException {
        alba = TestKeys.p256(ALBA);
        boreal = TestKeys.ed25519(BOREAL);
        agreement = bothSign(new AgreementVersion(Samples.terms(), Samples.NOW));
        firstReport = bothSign(report(1, "30000"), agreement);
        secondReport = bothSign(report(2, "6000"), firstReport, agreement);
        statement = bothSign(statement("36000", "0.12"), agreement, firstReport, secondReport);
        invoice = signed(invoice("0.12"), statement);
    }

    List<String> rules(SignedDocument... documents) {
        return check(documents).stream()
                .filter(Broken.class::isInstance)
                .map(broken -> ((Broken) broken).rule())
                .toList();
    }

    List<Finding> check(SignedDocument... documents) {
        return PaperTrail.check(
                List.of(documents).stream().map(SignedMonth::evidence).toList(), histories());
    }

    List<KeyHistory> histories() {
        return List.of(
                new KeyHistory(ALBA, List.of(alba.publishedKey())),
                new KeyHistory(BOREAL, List.of(boreal.publishedKey())));
    }

    static KeyHistory history(PublishedKey key) {
        return new KeyHistory(BOREAL, List.of(key));
    }

    static Evidence evidence(SignedDocument document) {
        return new Evidence(document.hash().value().substring(0, 15), SignedDocumentJson.write(document));
    }

    SignedDocument bothSign(DocumentBody body, SignedDocument... buildsOn) {
        SignedDocument once = signed(body, buildsOn);
        return once.with(alba.sign(once.payload()));
    }

    SignedDocument signed(DocumentBody body, SignedDocument... buildsOn) {
        return signedBy(boreal, body, buildsOn);
    }

    SignedDocument signedBy(TestKeys signer, DocumentBody body, SignedDocument... buildsOn) {
        List<DocumentHash> hashes = new ArrayList<>();
        for (SignedDocument base : buildsOn) {
            hashes.add(base.hash());
        }
        Document<DocumentBody> document = new Document<>(
                new DocumentId(UUID.randomUUID()),
                signer.equals(alba) ? ALBA : BOREAL,
                signer.equals(alba) ? BOREAL : ALBA,
                NOW,
                hashes,
                body);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        return new SignedDocument(payload, List.of(signer.sign(payload)));
    }

    static UsageReport report(long number, String seconds) {
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

    static Statement statement(String seconds, String amount) {
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

    static Invoice invoice(String amount) {
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

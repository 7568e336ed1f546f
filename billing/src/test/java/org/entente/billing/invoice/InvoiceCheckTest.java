package org.entente.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.DECEMBER;
import static org.entente.billing.Samples.PARIS;
import static org.entente.billing.Samples.euro;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.language.Money;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.Samples;
import org.entente.billing.statement.StatementState;
import org.entente.billing.statement.StoredStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceCheckTest {
    private static final AgreementTerms TERMS = Samples.agreement("winter").terms();
    private static final DocumentHash STATEMENT = DocumentHash.of("statement");
    private static final Bill EXPECTED = KnownInvoices.toPartner("0").bill();
    private static final Invoice RIGHT =
            InvoiceDocument.of(KnownInvoices.toPartner("0").heading(), TERMS.agreement(), EXPECTED);

    @Test
    void whatFollowsFromTheStatementPasses() {
        assertThat(refusal(RIGHT, STATEMENT)).isEmpty();
    }

    @Test
    void invoiceMustBuildOnTheStatementThatWeAccepted() {
        assertThat(refusal(RIGHT, DocumentHash.of("another")))
                .map(Refusal::code)
                .contains("INVOICE_STATEMENT_WRONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ALBA-2027-000001",
                "boreal-2027-000001",
                "BOREAL-2027-1",
                "BOREAL-27-000001",
                "BOREAL-X-2027-000001",
                "BOREAL-2027-0000001234567890123",
                "BOREAL-2027-000001\r\nSet-Cookie: a",
                "../BOREAL-2027-000001"
            })
    void numberMustBeOneOfTheIssuersOwn(String number) {
        assertThat(refusal(numbered(number), STATEMENT))
                .contains(new Refusal(
                        "INVOICE_NUMBER_WRONG",
                        "An invoice number must be the issuer's id in capitals, the year and 6 to 18 digits, such as"
                                + " BOREAL-2026-000001"));
    }

    @Test
    void dueDateMustBeThatOfTheAgreement() {
        Invoice sooner = new Invoice(
                RIGHT.number(),
                RIGHT.agreement(),
                RIGHT.period(),
                RIGHT.issueDate(),
                LocalDate.of(2027, 1, 5),
                RIGHT.lines(),
                RIGHT.net(),
                RIGHT.taxPercent(),
                RIGHT.tax(),
                RIGHT.payable());

        assertDiffers(sooner, "By the agreement it is due 30 days after its date, but says 2027-01-05");
    }

    @Test
    void everyAmountMustBeOurs() {
        assertDiffers(
                amounts(euro("41.24"), euro("0"), euro("41.24")),
                "The net amount is 41.24 EUR, but comes to 41.23 EUR here");
        assertDiffers(
                amounts(euro("41.23"), euro("0.01"), euro("41.24")), "The tax is 0.01 EUR, but comes to 0 EUR here");
        assertDiffers(
                amounts(euro("41.23"), euro("0"), euro("41.24")),
                "The payable amount is 41.24 EUR, but comes to 41.23 EUR here");
        assertDiffers(
                amounts(Money.of("SEK", "41.23"), euro("0"), euro("41.23")),
                "The net amount is 41.23 SEK, but comes to 41.23 EUR here");
    }

    @Test
    void coinsMustLieOnTheSameLines() {
        List<Invoice.InvoiceLine> moved = new ArrayList<>(RIGHT.lines());
        moved.set(0, new Invoice.InvoiceLine(1, RIGHT.lines().get(0).description(), euro("1.06")));
        moved.set(1, new Invoice.InvoiceLine(2, RIGHT.lines().get(1).description(), euro("13.38")));

        assertDiffers(lines(moved), "The amount of line 1 is 1.06 EUR, but comes to 1.05 EUR here");
        assertDiffers(lines(List.of()), "The invoice has 0 lines, but the statement has 3");
    }

    @Test
    void taxRateMustBeThatOfTheAgreement() {
        Invoice other = new Invoice(
                RIGHT.number(),
                RIGHT.agreement(),
                RIGHT.period(),
                RIGHT.issueDate(),
                RIGHT.dueDate(),
                RIGHT.lines(),
                RIGHT.net(),
                BigDecimal.ONE,
                RIGHT.tax(),
                RIGHT.payable());

        assertDiffers(other, "The tax rate is not the agreement's 0 %");
    }

    private static void assertDiffers(Invoice invoice, String sentence) {
        assertThat(refusal(invoice, STATEMENT)).contains(new Refusal("INVOICE_DIFFERS", sentence));
    }

    private static Optional<Refusal> refusal(Invoice invoice, DocumentHash buildsOn) {
        Document<Invoice> document =
                new Document<>(new DocumentId(new UUID(0, 1)), BOREAL, ALBA, Instant.EPOCH, List.of(buildsOn), invoice);
        StoredStatement accepted = new StoredStatement(
                new UUID(0, 2),
                BOREAL,
                ALBA,
                STATEMENT,
                new Statement(TERMS.agreement(), DECEMBER, PARIS.window(DECEMBER), List.of(), EXPECTED.exact()),
                EXPECTED.exact(),
                Instant.EPOCH,
                StatementState.ACCEPTED,
                Optional.empty());
        return new InvoiceCheck(document, TERMS, accepted, EXPECTED).refusal();
    }

    private static Invoice numbered(String number) {
        return new Invoice(
                number,
                RIGHT.agreement(),
                RIGHT.period(),
                RIGHT.issueDate(),
                RIGHT.dueDate(),
                RIGHT.lines(),
                RIGHT.net(),
                RIGHT.taxPercent(),
                RIGHT.tax(),
                RIGHT.payable());
    }

    private static Invoice amounts(Money net, Money tax, Money payable) {
        return new Invoice(
                RIGHT.number(),
                RIGHT.agreement(),
                RIGHT.period(),
                RIGHT.issueDate(),
                RIGHT.dueDate(),
                RIGHT.lines(),
                net,
                RIGHT.taxPercent(),
                tax,
                payable);
    }

    private static Invoice lines(List<Invoice.InvoiceLine> lines) {
        return new Invoice(
                RIGHT.number(),
                RIGHT.agreement(),
                RIGHT.period(),
                RIGHT.issueDate(),
                RIGHT.dueDate(),
                lines,
                RIGHT.net(),
                RIGHT.taxPercent(),
                RIGHT.tax(),
                RIGHT.payable());
    }
}

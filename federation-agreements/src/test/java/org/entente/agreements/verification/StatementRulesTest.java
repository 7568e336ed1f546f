package org.entente.agreements.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreements.document.Samples.NOW;

import java.security.GeneralSecurityException;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Samples;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.Statement;
import org.entente.agreements.verification.Finding.Broken;
import org.entente.agreements.verification.Finding.Open;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports, statements and invoices follow from each other, and what does not is named. */
class StatementRulesTest {
    private SignedMonth month;

    @BeforeEach
    void aMonthOfDocuments() throws GeneralSecurityException {
        month = new SignedMonth();
    }

    @Test
    void nothingMayBuildOnAProposalAsIfItWereAnAgreement() {
        SignedDocument proposal = month.signed(new AgreementVersion(Samples.terms(), NOW));
        SignedDocument report = month.bothSign(SignedMonth.report(1, "30000"), proposal);

        assertThat(month.rules(proposal, report)).containsExactly("SIGNATURE_MISSING");
    }

    @Test
    void aStatementThatOnlyOneSignedIsNotAccepted() {
        SignedDocument alone = month.signed(
                SignedMonth.statement("36000", "0.12"), month.agreement, month.firstReport, month.secondReport);

        assertThat(month.rules(month.agreement, month.firstReport, month.secondReport, alone))
                .containsExactly("SIGNATURE_MISSING");
    }

    @Test
    void aQuantityThatNobodyReportedIsFound() {
        SignedDocument more = month.bothSign(
                SignedMonth.statement("36001", "0.12"), month.agreement, month.firstReport, month.secondReport);

        assertThat(month.rules(month.agreement, month.firstReport, month.secondReport, more))
                .containsExactly("STATEMENT_QUANTITY_WRONG");
    }

    @Test
    void anAmountThatTheTermsDoNotMakeIsFound() {
        SignedDocument dearer = month.bothSign(
                SignedMonth.statement("36000", "0.13"), month.agreement, month.firstReport, month.secondReport);

        assertThat(month.check(month.agreement, month.firstReport, month.secondReport, dearer))
                .filteredOn(Broken.class::isInstance)
                .singleElement()
                .satisfies(broken -> assertThat(broken.sentence())
                        .contains("price line vm-vcpu of instance-1 costs 0.12 EUR by the terms, not 0.13 EUR"));
    }

    @Test
    void aMissingReportIsNotTakenForAWrongQuantity() {
        assertThat(month.check(month.agreement, month.firstReport, month.statement))
                .noneMatch(Broken.class::isInstance);
    }

    @Test
    void aReportThatSkipsANumberIsFound() {
        SignedDocument third = month.bothSign(SignedMonth.report(3, "1"), month.firstReport, month.agreement);

        assertThat(month.rules(month.agreement, month.firstReport, third)).containsExactly("REPORT_NUMBER_WRONG");
    }

    @Test
    void anInvoiceForMoreThanTheStatementIsFound() {
        SignedDocument more = month.signed(SignedMonth.invoice("0.41"), month.statement);

        assertThat(month.rules(month.agreement, month.firstReport, month.secondReport, month.statement, more))
                .containsExactly("INVOICE_AMOUNT_WRONG");
    }

    @Test
    void aFinalStatementOfTheHostIsItsWordAloneAndHasToFollowFromItsReports() {
        Statement stated = SignedMonth.statement("36000", "0.12");
        SignedDocument last = month.signed(
                new FinalStatement(stated, "alba is VANISHED"), month.agreement, month.firstReport, month.secondReport);
        SignedDocument dearer = month.signed(
                new FinalStatement(SignedMonth.statement("36000", "0.13"), "alba is VANISHED"),
                month.agreement,
                month.firstReport,
                month.secondReport);
        SignedDocument bill = month.signed(SignedMonth.invoice("0.12"), last);

        assertThat(month.check(month.agreement, month.firstReport, month.secondReport, last, bill))
                .noneMatch(Broken.class::isInstance)
                .filteredOn(Open.class::isInstance)
                .singleElement()
                .satisfies(open -> assertThat(open.sentence())
                        .isEqualTo("it is the word of boreal alone on 2026-11: alba is VANISHED"));
        assertThat(month.rules(month.agreement, month.firstReport, month.secondReport, dearer))
                .containsExactly("STATEMENT_AMOUNT_WRONG");
    }

    @Test
    void aFinalStatementOfTheHomeOperatorStandsOnItsOwnCount() {
        SignedDocument last = month.signedBy(
                month.alba,
                new FinalStatement(SignedMonth.statement("36001", "0.13"), "boreal is VANISHED"),
                month.agreement);

        assertThat(month.check(month.agreement, last))
                .noneMatch(Broken.class::isInstance)
                .filteredOn(Open.class::isInstance)
                .extracting(Finding::sentence)
                .containsExactly(
                        "it is the word of alba alone on 2026-11: boreal is VANISHED",
                        "its quantities are what alba counted itself, so they were not recomputed");
    }
}

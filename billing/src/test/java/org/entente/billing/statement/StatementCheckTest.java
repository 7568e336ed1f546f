package org.entente.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.DECEMBER;
import static org.entente.billing.Samples.euro;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;
import org.entente.billing.Samples;
import org.junit.jupiter.api.Test;

class StatementCheckTest {
    private static final SignedAgreement AGREEMENT = Samples.agreement("winter");
    private static final Window WINDOW = Samples.PARIS.window(DECEMBER);
    private static final StatementLine FIRST = line("vm-1", "vm-vcpu", Meter.VCPU);
    private static final StatementLine SECOND = line("vm-2", "vm-memory", Meter.MEMORY);

    @Test
    void wellFormedStatementPasses() {
        assertThat(check(BOREAL, statement(WINDOW, euro("2"), FIRST, SECOND)).refusal())
                .isEmpty();
    }

    @Test
    void onlyTheHostMayStateToTheHome() {
        assertRefused(check(ALBA, statement(WINDOW, euro("2"), FIRST, SECOND)), "STATEMENT_NOT_YOURS");
    }

    @Test
    void windowMustBeThatOfTheAgreementsCalendar() {
        Window utc = new Window(Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

        assertRefused(check(BOREAL, statement(utc, euro("2"), FIRST, SECOND)), "STATEMENT_WINDOW_WRONG");
    }

    @Test
    void periodThatHasNotEndedHereIsPutOff() {
        StatementCheck early = new StatementCheck(
                document(BOREAL, AGREEMENT.hash(), statement(WINDOW, euro("2"), FIRST, SECOND)),
                AGREEMENT,
                ALBA,
                WINDOW.to().minusSeconds(1));

        assertRefused(early, StatementReceiving.TOO_EARLY);
    }

    @Test
    void otherAgreementVersionIsRefused() {
        StatementCheck other = new StatementCheck(
                document(BOREAL, DocumentHash.of("other"), statement(WINDOW, euro("2"), FIRST, SECOND)),
                AGREEMENT,
                ALBA,
                WINDOW.to());

        assertRefused(other, "STATEMENT_AGREEMENT_WRONG");
    }

    @Test
    void linesMustBeInOrderAndOnce() {
        assertRefused(check(BOREAL, statement(WINDOW, euro("2"), SECOND, FIRST)), "STATEMENT_LINES_WRONG");
        assertRefused(check(BOREAL, statement(WINDOW, euro("2"), FIRST, FIRST)), "STATEMENT_LINES_WRONG");
    }

    @Test
    void lineMustBePricedByTheAgreement() {
        assertRefused(
                check(BOREAL, statement(WINDOW, euro("1"), line("vm-1", "vm-gold", Meter.VCPU))),
                "STATEMENT_LINES_WRONG");
        assertRefused(
                check(BOREAL, statement(WINDOW, euro("1"), line("vm-1", "vm-vcpu", Meter.MEMORY))),
                "STATEMENT_LINES_WRONG");
    }

    @Test
    void totalMustBeTheSumOfTheLines() {
        assertRefused(check(BOREAL, statement(WINDOW, euro("2.01"), FIRST, SECOND)), "STATEMENT_TOTAL_WRONG");
    }

    private static void assertRefused(StatementCheck check, String code) {
        assertThat(check.refusal()).map(Refusal::code).contains(code);
    }

    private static StatementCheck check(OperatorId issuer, Statement statement) {
        return new StatementCheck(document(issuer, AGREEMENT.hash(), statement), AGREEMENT, ALBA, WINDOW.to());
    }

    private static Document<Statement> document(OperatorId issuer, DocumentHash buildsOn, Statement statement) {
        return new Document<>(
                new DocumentId(UUID.randomUUID()), issuer, ALBA, WINDOW.to(), List.of(buildsOn), statement);
    }

    private static Statement statement(Window window, Money total, StatementLine... lines) {
        return new Statement(AGREEMENT.terms().agreement(), DECEMBER, window, List.of(lines), total);
    }

    private static StatementLine line(String instance, String priceLine, Meter meter) {
        return new StatementLine(
                new InstanceId(instance),
                Samples.BOREAL_NORD.site(),
                priceLine,
                Samples.seconds(meter, "3600"),
                euro("1"));
    }
}

package org.entente.billing.statement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.Statement;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.billing.statement.StoredStatement.PartnerAnswer;

/** The statements that were sent or accepted. */
@ApplicationScoped
public class Statements implements PanacheRepositoryBase<StatementEntity, UUID> {
    static final String COUNTERSIGNED = "COUNTERSIGNED";
    private static final String OF_PERIOD = "agreement = ?1 and period = ?2 order by madeAt desc";
    private static final int ANSWER_LENGTH_MAX = 1024;

    /** The latest statement under an agreement for a period. */
    @Transactional
    public Optional<StoredStatement> latest(AgreementId agreement, YearMonth period) {
        return newest(agreement, period).map(Statements::statement);
    }

    /** The accepted statement under an agreement for a period. */
    @Transactional
    public Optional<StoredStatement> accepted(AgreementId agreement, YearMonth period) {
        return latest(agreement, period).filter(statement -> statement.state() == StatementState.ACCEPTED);
    }

    /** How often the partner put off a statement for a period. */
    @Transactional
    public long deferrals(AgreementId agreement, YearMonth period) {
        return count(
                "agreement = ?1 and period = ?2 and state = ?3",
                agreement.value(),
                period.toString(),
                StatementState.DEFERRED);
    }

    /** The latest statement of each agreement for a period, in the order of the agreements. */
    @Transactional
    public List<StoredStatement> ofPeriod(YearMonth period, int limit) {
        return find(
                        "from StatementEntity s where s.period = ?1 and not exists (select 1 from StatementEntity later"
                                + " where later.agreement = s.agreement and later.period = s.period"
                                + " and later.madeAt > s.madeAt) order by s.agreement",
                        period.toString())
                .page(Page.ofSize(limit))
                .stream()
                .map(Statements::statement)
                .toList();
    }

    /** The latest statement as it crossed between the operators, with both signatures once it has them. */
    @Transactional
    Optional<String> document(AgreementId agreement, YearMonth period) {
        return newest(agreement, period).map(row -> row.countersigned == null ? row.document : row.countersigned);
    }

    void sent(VerifiedDocument<Statement> sent, Instant at) {
        persist(row(sent, sent.body().total(), at));
    }

    void accepted(VerifiedDocument<Statement> received, SignedDocument countersigned, Money own, Instant at) {
        StatementEntity row = row(received, own, at);
        row.state = StatementState.ACCEPTED;
        row.answeredAt = at;
        row.answerCode = COUNTERSIGNED;
        row.answer = "";
        row.countersigned = SignedDocumentJson.write(countersigned);
        persist(row);
    }

    /** Keeps a received statement that differs from our own view, with the reason that we gave. */
    void refused(VerifiedDocument<Statement> received, Money own, PartnerAnswer answer) {
        persist(row(received, own, answer.at()));
        answered(received, StatementState.REFUSED, answer);
    }

    void countersigned(VerifiedDocument<Statement> sent, SignedDocument countersigned, Instant at) {
        StatementEntity row = answered(sent, StatementState.ACCEPTED, new PartnerAnswer(at, COUNTERSIGNED, ""));
        row.countersigned = SignedDocumentJson.write(countersigned);
    }

    StatementEntity answered(VerifiedDocument<Statement> sent, StatementState state, PartnerAnswer answer) {
        StatementEntity row = findById(sent.document().id().value());
        row.state = state;
        row.answeredAt = answer.at();
        row.answerCode = answer.code();
        row.answer = answer.sentence().substring(0, Math.min(answer.sentence().length(), ANSWER_LENGTH_MAX));
        return row;
    }

    private Optional<StatementEntity> newest(AgreementId agreement, YearMonth period) {
        return find(OF_PERIOD, agreement.value(), period.toString())
                .page(Page.ofSize(1))
                .firstResultOptional();
    }

    private static StatementEntity row(VerifiedDocument<Statement> document, Money own, Instant at) {
        StatementEntity row = new StatementEntity();
        Statement body = document.body();
        row.id = document.document().id().value();
        row.agreement = body.agreement().value();
        row.period = body.period().toString();
        row.host = document.document().issuer().value();
        row.home = document.document().audience().value();
        row.hash = document.hash().value();
        row.document = SignedDocumentJson.write(document.signed());
        row.currency = body.total().currency().getCurrencyCode();
        row.ownTotal = own.amount();
        row.statedTotal = body.total().amount();
        row.madeAt = at;
        row.state = StatementState.SENT;
        return row;
    }

    private static StoredStatement statement(StatementEntity row) {
        byte[] payload = SignedDocumentJson.read(row.document).payloadBytes();
        if (!(DocumentCodec.read(payload).body() instanceof Statement body)) {
            throw new IllegalStateException("The stored document " + row.id + " is not a statement");
        }
        return new StoredStatement(
                row.id,
                new OperatorId(row.host),
                new OperatorId(row.home),
                new DocumentHash(row.hash),
                body,
                new Money(Currency.getInstance(row.currency), row.ownTotal),
                row.madeAt,
                row.state,
                answer(row));
    }

    private static Optional<PartnerAnswer> answer(StatementEntity row) {
        return row.answeredAt == null || row.answerCode == null || row.answer == null
                ? Optional.empty()
                : Optional.of(new PartnerAnswer(row.answeredAt, row.answerCode, row.answer));
    }
}

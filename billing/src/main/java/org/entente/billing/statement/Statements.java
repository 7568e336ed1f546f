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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.Statement;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.statement.StoredStatement.PartnerAnswer;

/** The statements that were sent or accepted. */
@ApplicationScoped
public class Statements implements PanacheRepositoryBase<StatementEntity, UUID> {
    static final String COUNTERSIGNED = "COUNTERSIGNED";
    private static final String OURS = "agreement = ?1 and period = ?2 and state <> 'TOLD' order by madeAt desc";
    private static final int ANSWER_LENGTH_MAX = 1024;

    /** The latest statement under an agreement for a period that we sent, answered or made alone. */
    @Transactional
    public Optional<StoredStatement> latest(AgreementId agreement, YearMonth period) {
        return newest(agreement, period).map(Statements::statement);
    }

    /** The accepted statement under an agreement for a period. */
    @Transactional
    public Optional<StoredStatement> accepted(AgreementId agreement, YearMonth period) {
        return latest(agreement, period).filter(statement -> statement.state() == StatementState.ACCEPTED);
    }

    /** The periods that need no other statement under an agreement. */
    @Transactional
    public Set<YearMonth> settled(AgreementId agreement) {
        return find("agreement = ?1 and state in ('ACCEPTED', 'FINAL')", agreement.value()).stream()
                .map(row -> YearMonth.parse(row.period))
                .collect(Collectors.toSet());
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

    /** For a period, the latest statement of each agreement, and what its partner told; in the order of the agreements. */
    @Transactional
    public List<StoredStatement> ofPeriod(YearMonth period, int limit) {
        return find(
                        "from StatementEntity s where s.period = ?1 and (s.state = 'TOLD' or not exists"
                                + " (select 1 from StatementEntity later where later.agreement = s.agreement"
                                + " and later.period = s.period and later.state <> 'TOLD'"
                                + " and later.madeAt > s.madeAt)) order by s.agreement, s.madeAt",
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

    /** Keeps what we hold alone. */
    StoredStatement alone(VerifiedDocument<FinalStatement> sent, AgreementTerms terms, Instant at) {
        StatementEntity row = row(sent, sent.body().statement());
        row.ownTotal = row.statedTotal;
        row.state = StatementState.FINAL;
        persist(between(row, terms, at));
        return statement(row);
    }

    /** Keeps what a partner that closed with us holds, beside what we hold. */
    void told(VerifiedDocument<FinalStatement> received, AgreementTerms terms, Money own, Instant at) {
        StatementEntity row = row(received, received.body().statement());
        row.ownTotal = own.amount();
        row.state = StatementState.TOLD;
        row.answeredAt = at;
        row.answerCode = "PARTNER_CLOSED";
        row.answer = received.body().reason();
        persist(between(row, terms, at));
    }

    private static StatementEntity between(StatementEntity row, AgreementTerms terms, Instant at) {
        row.host = terms.host().value();
        row.home = terms.home().value();
        row.madeAt = at;
        return row;
    }

    @Transactional
    boolean isTold(AgreementId agreement, YearMonth period) {
        return count("agreement = ?1 and period = ?2 and state = 'TOLD'", agreement.value(), period.toString()) > 0;
    }

    /** Waits no more for the answer to a statement that was sent, if one is waited for. */
    void giveUp(AgreementId agreement, YearMonth period, PartnerAnswer instead) {
        find("agreement = ?1 and period = ?2 and state = 'SENT'", agreement.value(), period.toString())
                .firstResultOptional()
                .ifPresent(row -> answer(row, StatementState.REFUSED, instead));
        // Before another one stands in its place.
        flush();
    }

    /** Keeps that a partner knows what we hold. */
    void known(VerifiedDocument<FinalStatement> sent, PartnerAnswer answer) {
        answer(findById(sent.document().id().value()), StatementState.FINAL, answer);
    }

    /** Whether a statement that we sent still waits for its answer. */
    boolean isWaiting(VerifiedDocument<Statement> sent) {
        return findById(sent.document().id().value()).state == StatementState.SENT;
    }

    void countersigned(VerifiedDocument<Statement> sent, SignedDocument countersigned, Instant at) {
        StatementEntity row = answered(sent, StatementState.ACCEPTED, new PartnerAnswer(at, COUNTERSIGNED, ""));
        row.countersigned = SignedDocumentJson.write(countersigned);
    }

    StatementEntity answered(VerifiedDocument<Statement> sent, StatementState state, PartnerAnswer answer) {
        return answer(findById(sent.document().id().value()), state, answer);
    }

    private static StatementEntity answer(StatementEntity row, StatementState state, PartnerAnswer answer) {
        row.state = state;
        row.answeredAt = answer.at();
        row.answerCode = answer.code();
        row.answer = answer.sentence().substring(0, Math.min(answer.sentence().length(), ANSWER_LENGTH_MAX));
        return row;
    }

    private Optional<StatementEntity> newest(AgreementId agreement, YearMonth period) {
        return find(OURS, agreement.value(), period.toString())
                .page(Page.ofSize(1))
                .firstResultOptional();
    }

    private static StatementEntity row(VerifiedDocument<Statement> document, Money own, Instant at) {
        StatementEntity row = row(document, document.body());
        row.host = document.document().issuer().value();
        row.home = document.document().audience().value();
        row.ownTotal = own.amount();
        row.madeAt = at;
        row.state = StatementState.SENT;
        return row;
    }

    private static StatementEntity row(VerifiedDocument<?> document, Statement body) {
        StatementEntity row = new StatementEntity();
        row.id = document.document().id().value();
        row.agreement = body.agreement().value();
        row.period = body.period().toString();
        row.hash = document.hash().value();
        row.document = SignedDocumentJson.write(document.signed());
        row.currency = body.total().currency().getCurrencyCode();
        row.statedTotal = body.total().amount();
        return row;
    }

    private static StoredStatement statement(StatementEntity row) {
        return new StoredStatement(
                row.id,
                new OperatorId(row.host),
                new OperatorId(row.home),
                new DocumentHash(row.hash),
                body(row),
                new Money(Currency.getInstance(row.currency), row.ownTotal),
                row.madeAt,
                row.state,
                answer(row));
    }

    private static Statement body(StatementEntity row) {
        byte[] payload = SignedDocumentJson.read(row.document).payloadBytes();
        return switch (DocumentCodec.read(payload).body()) {
            case Statement body -> body;
            case FinalStatement last -> last.statement();
            case DocumentBody other ->
                throw new IllegalStateException("The stored document " + row.id + " is not a statement");
        };
    }

    private static Optional<PartnerAnswer> answer(StatementEntity row) {
        return row.answeredAt == null || row.answerCode == null || row.answer == null
                ? Optional.empty()
                : Optional.of(new PartnerAnswer(row.answeredAt, row.answerCode, row.answer));
    }
}

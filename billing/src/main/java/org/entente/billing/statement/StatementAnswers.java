package org.entente.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.billing.statement.StoredStatement.PartnerAnswer;
import org.jboss.logging.Logger;

/** What the home operator answered to our statement. One that we had given up by then stays as it is. */
@ApplicationScoped
class StatementAnswers implements AnswerHandler<Statement> {
    private static final Logger LOG = Logger.getLogger(StatementAnswers.class);

    private final Statements statements;
    private final InstantSource clock;

    StatementAnswers(Statements statements, InstantSource clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public Class<Statement> sent() {
        return Statement.class;
    }

    @Override
    public void answered(VerifiedDocument<Statement> sent, VerifiedDocument<?> answer) {
        DocumentBody body = answer.body();
        if (!statements.isWaiting(sent)) {
            LOG.warnf(
                    "statement answered too late document=%s",
                    sent.document().id().value());
        } else if (answer.hash().equals(sent.hash())
                && answer.signers().contains(sent.document().audience())) {
            statements.countersigned(sent, answer.signed(), clock.instant());
        } else if (body instanceof Refusal refusal) {
            rejected(sent, refusal.code(), refusal.sentence());
        } else {
            rejected(sent, "ANSWER_NOT_UNDERSTOOD", "The answer neither accepts nor refuses the statement");
        }
    }

    @Override
    public void rejected(VerifiedDocument<Statement> sent, String code, String sentence) {
        if (!statements.isWaiting(sent)) {
            return;
        }
        StatementState state =
                code.equals(StatementReceiving.TOO_EARLY) ? StatementState.DEFERRED : StatementState.REFUSED;
        statements.answered(sent, state, new PartnerAnswer(clock.instant(), code, sentence));
    }
}

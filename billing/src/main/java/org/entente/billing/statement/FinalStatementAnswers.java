package org.entente.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.billing.statement.StoredStatement.PartnerAnswer;

/** Whether a partner came to know our final statement. It stands, whatever the answer is. */
@ApplicationScoped
class FinalStatementAnswers implements AnswerHandler<FinalStatement> {
    private final Statements statements;
    private final InstantSource clock;

    FinalStatementAnswers(Statements statements, InstantSource clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public Class<FinalStatement> sent() {
        return FinalStatement.class;
    }

    @Override
    public void answered(VerifiedDocument<FinalStatement> sent, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Refusal refusal) {
            rejected(sent, refusal.code(), refusal.sentence());
        } else {
            String who = sent.document().audience().value();
            statements.known(sent, new PartnerAnswer(clock.instant(), "HANDED_OVER", who + " has it now"));
        }
    }

    @Override
    public void rejected(VerifiedDocument<FinalStatement> sent, String code, String sentence) {
        statements.known(sent, new PartnerAnswer(clock.instant(), code, sentence));
    }
}

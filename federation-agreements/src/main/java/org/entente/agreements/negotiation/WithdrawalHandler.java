package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.document.AgreementWithdrawal;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;

/** Takes in that a partner takes its proposal back, and the answers to our own. */
@ApplicationScoped
public class WithdrawalHandler implements DocumentHandler<AgreementWithdrawal>, AnswerHandler<AgreementWithdrawal> {
    private final PartnerMoves moves;

    WithdrawalHandler(PartnerMoves moves) {
        this.moves = moves;
    }

    @Override
    public Class<AgreementWithdrawal> accepts() {
        return AgreementWithdrawal.class;
    }

    @Override
    public Class<AgreementWithdrawal> sent() {
        return AgreementWithdrawal.class;
    }

    @Override
    public Answer handle(VerifiedDocument<AgreementWithdrawal> received) {
        if (received.document().buildsOn().size() != 1) {
            return Answer.refused(
                    AgreementProblem.AGREEMENT_REPLACES_WRONG.name(), "It must build on exactly one proposal");
        }
        DocumentHash withdrawn = received.document().buildsOn().getFirst();
        return moves.ended(
                received,
                received.body().agreement(),
                new Move.Withdraw(received.hash(), withdrawn),
                received.body().reason());
    }

    @Override
    public void answered(VerifiedDocument<AgreementWithdrawal> sent, VerifiedDocument<?> answer) {
        moves.answered(sent.body().agreement(), sent.hash(), answer);
    }

    @Override
    public void rejected(VerifiedDocument<AgreementWithdrawal> sent, String code, String sentence) {
        moves.refused(sent.body().agreement(), sent.hash(), code, sentence);
    }
}

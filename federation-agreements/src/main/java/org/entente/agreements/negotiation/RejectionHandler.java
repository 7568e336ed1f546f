package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;

/** Takes in a partner's no to a proposal of ours, and the answers to our own. */
@ApplicationScoped
public class RejectionHandler implements DocumentHandler<AgreementRejection>, AnswerHandler<AgreementRejection> {
    private final PartnerMoves moves;

    RejectionHandler(PartnerMoves moves) {
        this.moves = moves;
    }

    @Override
    public Class<AgreementRejection> accepts() {
        return AgreementRejection.class;
    }

    @Override
    public Class<AgreementRejection> sent() {
        return AgreementRejection.class;
    }

    @Override
    public Answer handle(VerifiedDocument<AgreementRejection> received) {
        if (received.document().buildsOn().size() != 1) {
            return Answer.refused(
                    AgreementProblem.AGREEMENT_REPLACES_WRONG.name(), "It must build on exactly one proposal");
        }
        DocumentHash rejected = received.document().buildsOn().getFirst();
        return moves.ended(
                received,
                received.body().agreement(),
                new Move.Reject(received.hash(), rejected),
                received.body().reason());
    }

    @Override
    public void answered(VerifiedDocument<AgreementRejection> sent, VerifiedDocument<?> answer) {
        moves.answered(sent.body().agreement(), sent.hash(), answer);
    }

    @Override
    public void rejected(VerifiedDocument<AgreementRejection> sent, String code, String sentence) {
        moves.refused(sent.body().agreement(), sent.hash(), code, sentence);
    }
}

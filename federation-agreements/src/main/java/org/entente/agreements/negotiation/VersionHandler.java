package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.partner.OperatorConfig;

/** Takes in partners' proposals, and our own proposals that partners signed too. */
@ApplicationScoped
public class VersionHandler implements DocumentHandler<AgreementVersion>, AnswerHandler<AgreementVersion> {
    private final PartnerMoves moves;
    private final OperatorConfig self;

    VersionHandler(PartnerMoves moves, OperatorConfig self) {
        this.moves = moves;
        this.self = self;
    }

    @Override
    public Class<AgreementVersion> accepts() {
        return AgreementVersion.class;
    }

    @Override
    public Class<AgreementVersion> sent() {
        return AgreementVersion.class;
    }

    @Override
    public Answer handle(VerifiedDocument<AgreementVersion> received) {
        return received.document().issuer().equals(self.operator())
                ? moves.accepted(received)
                : moves.proposed(received);
    }

    @Override
    public void answered(VerifiedDocument<AgreementVersion> sent, VerifiedDocument<?> answer) {
        moves.answered(sent.body().terms().agreement(), sent.hash(), answer);
    }

    @Override
    public void rejected(VerifiedDocument<AgreementVersion> sent, String code, String sentence) {
        moves.refused(sent.body().terms().agreement(), sent.hash(), code, sentence);
    }
}

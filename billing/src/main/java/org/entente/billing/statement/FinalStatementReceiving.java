package org.entente.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.ClosedPartners;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.rating.Side;

/** A partner that closed with us tells what it holds to be owed. It is kept beside our own view and changes nothing in it. */
@ApplicationScoped
class FinalStatementReceiving implements DocumentHandler<FinalStatement> {
    private final Agreements agreements;
    private final ClosedPartners partners;
    private final OwnView own;
    private final Statements statements;
    private final DocumentSigner self;
    private final InstantSource clock;

    FinalStatementReceiving(
            Agreements agreements,
            ClosedPartners partners,
            OwnView own,
            Statements statements,
            DocumentSigner self,
            InstantSource clock) {
        this.agreements = agreements;
        this.partners = partners;
        this.own = own;
        this.statements = statements;
        this.self = self;
        this.clock = clock;
    }

    @Override
    public Class<FinalStatement> accepts() {
        return FinalStatement.class;
    }

    @Override
    public Answer handle(VerifiedDocument<FinalStatement> received) {
        OperatorId issuer = received.document().issuer();
        Statement stated = received.body().statement();
        Optional<SignedAgreement> agreement = agreements.find(stated.agreement());
        if (agreement.isEmpty() || !isBetween(agreement.get().terms(), issuer)) {
            return Answer.refused(
                    "AGREEMENT_UNKNOWN", "We and " + issuer + " never signed an agreement " + stated.agreement());
        }
        if (partners.whyClosed(issuer).isEmpty()) {
            return Answer.refused(
                    "STATEMENT_NOT_FINAL", "There is business between " + issuer + " and us, so we answer statements");
        }
        if (statements.isTold(stated.agreement(), stated.period())) {
            return Answer.refused(
                    "STATEMENT_TOLD_BEFORE", "A final statement of " + stated.period() + " was told to us before");
        }
        Optional<Refusal> wrong = new StatementCheck(
                        plain(received.document()),
                        agreement.get(),
                        agreements.signedVersions(stated.agreement()),
                        self.operator(),
                        clock.instant())
                .contentRefusal();
        return wrong.<Answer>map(Answer.Replied::new)
                .orElseGet(() -> kept(received, agreement.get().terms()));
    }

    private Answer kept(VerifiedDocument<FinalStatement> received, AgreementTerms terms) {
        Side side = terms.host().equals(self.operator()) ? Side.SOLD : Side.BOUGHT;
        Statement ours = own.soFar(terms, received.body().statement().period(), side);
        statements.told(received, terms, ours.total(), clock.instant());
        return Answer.acknowledged();
    }

    private boolean isBetween(AgreementTerms terms, OperatorId issuer) {
        return (terms.host().equals(issuer) && terms.home().equals(self.operator()))
                || (terms.home().equals(issuer) && terms.host().equals(self.operator()));
    }

    /** The document as far as it is a statement. */
    private static Document<Statement> plain(Document<FinalStatement> document) {
        return new Document<>(
                document.id(),
                document.issuer(),
                document.audience(),
                document.issuedAt(),
                document.buildsOn(),
                document.body().statement());
    }
}

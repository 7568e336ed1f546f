package org.entente.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.Statement;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.billing.statement.StoredStatement.PartnerAnswer;

/**
 * A host operator's statement arrives: we compare it with what we metered and rated ourselves, and countersign it, or
 * refuse it with the first line that differs.
 *
 * <p>What is metered but not rated yet is rated first, within a bound. Where our own usage of the period is not complete,
 * the answer is a refusal with the passing code {@value #TOO_EARLY}, upon which the host sends a new statement later. It is
 * an answer, not a failure, because documents arrive in order: a statement that was only put off would hold up the very
 * documents that it waits for.
 */
@ApplicationScoped
class StatementReceiving implements DocumentHandler<Statement> {
    static final String TOO_EARLY = "STATEMENT_TOO_EARLY";

    private final Agreements agreements;
    private final OwnView own;
    private final Statements statements;
    private final DocumentSigner signer;
    private final InstantSource clock;

    StatementReceiving(
            Agreements agreements, OwnView own, Statements statements, DocumentSigner signer, InstantSource clock) {
        this.agreements = agreements;
        this.own = own;
        this.statements = statements;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public Class<Statement> accepts() {
        return Statement.class;
    }

    @Override
    public Answer handle(VerifiedDocument<Statement> received) {
        Statement stated = received.body();
        Optional<SignedAgreement> agreement = agreements.find(stated.agreement());
        if (agreement.isEmpty()) {
            return Answer.refused("AGREEMENT_UNKNOWN", "Both never signed an agreement " + stated.agreement());
        }
        Optional<Refusal> refusal = new StatementCheck(
                        received.document(),
                        agreement.get(),
                        agreements.signedVersions(stated.agreement()),
                        signer.operator(),
                        clock.instant())
                .refusal()
                .or(() -> acceptedBefore(stated))
                .or(() -> own.refusal(received.document()));
        return refusal.<Answer>map(Answer.Replied::new).orElseGet(() -> compared(received, agreement.get()));
    }

    private Optional<Refusal> acceptedBefore(Statement stated) {
        return statements
                .accepted(stated.agreement(), stated.period())
                .map(before -> new Refusal(
                        "STATEMENT_ACCEPTED_BEFORE",
                        "The statement " + before.id() + " of " + stated.period() + " was accepted before"));
    }

    private Answer compared(VerifiedDocument<Statement> received, SignedAgreement agreement) {
        Statement ours = own.statement(agreement.terms(), received.body().period());
        return switch (Comparison.of(
                received.body(), ours, agreement.terms().settlement().tolerance())) {
            case Comparison.Differs differs -> {
                PartnerAnswer no = new PartnerAnswer(clock.instant(), "STATEMENT_DIFFERS", differs.sentence());
                statements.refused(received, ours.total(), no);
                yield Answer.refused(no.code(), no.sentence());
            }
            case Comparison.Agrees agrees -> {
                SignedDocument signed = received.signed();
                statements.accepted(
                        received, signed.with(signer.sign(signed.payload())), agrees.own(), clock.instant());
                yield new Answer.Countersigned();
            }
        };
    }
}

package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.terms.AgreementTerms;

/** Our own proposals and counter-proposals. Each is signed and sent in the transaction that stores it. */
@ApplicationScoped
public class Negotiation {
    private final NegotiationTable table;
    private final StoredProposals stored;
    private final Proposals proposals;
    private final Partners partners;
    private final Outbox outbox;
    private final OperatorConfig self;
    private final InstantSource clock;

    Negotiation(
            NegotiationTable table,
            StoredProposals stored,
            Proposals proposals,
            Partners partners,
            Outbox outbox,
            OperatorConfig self,
            InstantSource clock) {
        this.table = table;
        this.stored = stored;
        this.proposals = proposals;
        this.partners = partners;
        this.outbox = outbox;
        this.self = self;
        this.clock = clock;
    }

    /** Puts a version on an empty table. */
    @Transactional(TxType.MANDATORY)
    void propose(AgreementTerms terms, Instant answerBy) {
        NegotiationState state = table.look(terms.agreement());
        Optional<DocumentHash> replaces = replaces(terms.agreement());
        Optional<DocumentHash> follows = state.lastShared();
        AgreementVersion body = new AgreementVersion(terms, answerBy, replaces, Optional.empty(), follows);
        send(state, body, proposal -> new Move.Propose(proposal, follows, replaces));
    }

    /** Answers the proposal with this hash by another. */
    @Transactional(TxType.MANDATORY)
    void counter(AgreementTerms terms, Instant answerBy, DocumentHash countered) {
        NegotiationState state = table.look(terms.agreement());
        AgreementVersion body = new AgreementVersion(
                terms, answerBy, replaces(terms.agreement()), Optional.of(countered), Optional.empty());
        send(state, body, proposal -> new Move.Counter(proposal, countered));
    }

    /** Makes a move from a proposal. */
    private interface MoveOf {
        Move with(Proposal proposal);
    }

    private void send(NegotiationState state, AgreementVersion body, MoveOf move) {
        AgreementTerms terms = body.terms();
        OperatorId partner = terms.partnerOf(self.operator());
        partners.usable(partner);
        Proposal probe = new Proposal(DocumentHash.of("not signed yet"), terms.version(), body.answerBy());
        refuse(NegotiationMachine.next(state, new NegotiationEvent.Ours(move.with(probe)), clock.instant(), side(terms))
                .refusal());
        proposals.violation(body, partner).ifPresent(violation -> {
            throw new ProblemException(violation.code(), violation.sentence());
        });
        VerifiedDocument<AgreementVersion> document = outbox.send(partner, body, Proposals.bases(body));
        Proposal proposal = new Proposal(document.hash(), terms.version(), body.answerBy());
        refuse(table.proposed(terms, new NegotiationEvent.Ours(move.with(proposal))));
        stored.add(document, clock.instant());
    }

    private Optional<DocumentHash> replaces(AgreementId agreement) {
        return proposals.last(agreement).map(SignedAgreement::hash);
    }

    private Side side(AgreementTerms terms) {
        return terms.host().equals(self.operator()) ? Side.HOST : Side.HOME;
    }

    static void refuse(Optional<NegotiationProblem> refusal) {
        refusal.ifPresent(why -> {
            throw new ProblemException(why, why.sentence());
        });
    }
}

package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.AgreementWithdrawal;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.exchange.Parties;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.problem.ProblemException;

/** Our accepting, rejecting and withdrawing. Each is signed and sent in the transaction that stores it. */
@ApplicationScoped
public class AnsweringMoves {
    private static final DocumentHash NO_DOCUMENT = DocumentHash.of("not signed yet");

    private final NegotiationTable table;
    private final StoredProposals stored;
    private final Proposals proposals;
    private final Partners partners;
    private final Parties parties;
    private final Outbox outbox;
    private final InstantSource clock;

    AnsweringMoves(
            NegotiationTable table,
            StoredProposals stored,
            Proposals proposals,
            Partners partners,
            Parties parties,
            Outbox outbox,
            InstantSource clock) {
        this.table = table;
        this.stored = stored;
        this.proposals = proposals;
        this.partners = partners;
        this.parties = parties;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Signs the proposal with this hash too and sends it back. Accepting it again changes nothing. */
    @Transactional(TxType.MANDATORY)
    void accept(AgreementId agreement, DocumentHash accepted) {
        NegotiationState state = table.look(agreement);
        if (state instanceof NegotiationState.Accepting(Proposal theirs) && theirs.is(accepted)) {
            return;
        }
        allow(state, new Move.Accept(accepted));
        ProposalEntity proposal = stored.with(accepted);
        proposals.hindrance(proposal.proposed().terms()).ifPresent(violation -> {
            throw new ProblemException(violation.code(), violation.sentence());
        });
        Partner partner = partners.active(partner(agreement));
        VerifiedDocument<?> signed = parties.verify(parties.countersign(proposal.signed()), partner);
        stored.signed(accepted, signed.signed());
        Negotiation.refuse(table.happens(agreement, new NegotiationEvent.Ours(new Move.Accept(accepted))));
        outbox.forward(partner.operator(), signed);
    }

    /** Says no to the proposal with this hash. */
    @Transactional(TxType.MANDATORY)
    void reject(AgreementId agreement, DocumentHash rejected, String reason) {
        allow(table.look(agreement), new Move.Reject(NO_DOCUMENT, rejected));
        AgreementRejection body = new AgreementRejection(agreement, stored.with(rejected).number, reason);
        VerifiedDocument<?> sent = outbox.send(partner(agreement), body, List.of(rejected));
        Negotiation.refuse(table.happens(agreement, new NegotiationEvent.Ours(new Move.Reject(sent.hash(), rejected))));
        stored.with(rejected).reason = reason;
    }

    /** Takes our proposal with this hash back. */
    @Transactional(TxType.MANDATORY)
    void withdraw(AgreementId agreement, DocumentHash withdrawn, String reason) {
        allow(table.look(agreement), new Move.Withdraw(NO_DOCUMENT, withdrawn));
        AgreementWithdrawal body = new AgreementWithdrawal(agreement, stored.with(withdrawn).number, reason);
        VerifiedDocument<?> sent = outbox.send(partner(agreement), body, List.of(withdrawn));
        Negotiation.refuse(
                table.happens(agreement, new NegotiationEvent.Ours(new Move.Withdraw(sent.hash(), withdrawn))));
        stored.with(withdrawn).reason = reason;
    }

    private void allow(NegotiationState state, Move move) {
        // Which side we are decides only between two proposals at once.
        Negotiation.refuse(NegotiationMachine.next(state, new NegotiationEvent.Ours(move), clock.instant(), Side.HOME)
                .refusal());
    }

    private OperatorId partner(AgreementId agreement) {
        Optional<OperatorId> partner = table.partner(agreement);
        return partner.orElseThrow(() -> new ProblemException(
                NegotiationProblem.NEGOTIATION_UNKNOWN, NegotiationProblem.NEGOTIATION_UNKNOWN.sentence()));
    }
}

package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.StoredAgreements;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.negotiation.ProposalRules.Violation;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.terms.AgreementTerms;

/** Decides on a partner's moves and takes in its answers to ours, in the caller's transaction. */
@ApplicationScoped
public class PartnerMoves {
    private final NegotiationTable table;
    private final StoredProposals stored;
    private final Proposals proposals;
    private final StoredAgreements agreements;
    private final OperatorConfig self;
    private final InstantSource clock;

    PartnerMoves(
            NegotiationTable table,
            StoredProposals stored,
            Proposals proposals,
            StoredAgreements agreements,
            OperatorConfig self,
            InstantSource clock) {
        this.table = table;
        this.stored = stored;
        this.proposals = proposals;
        this.agreements = agreements;
        this.self = self;
        this.clock = clock;
    }

    /** A partner's proposal or counter-proposal. */
    Answer proposed(VerifiedDocument<AgreementVersion> received) {
        AgreementVersion body = received.body();
        AgreementTerms terms = body.terms();
        if (!received.document().buildsOn().equals(Proposals.bases(body))) {
            return Answer.refused(
                    AgreementProblem.AGREEMENT_REPLACES_WRONG.name(), "It must build on every document that it names");
        }
        OperatorId partner = received.document().issuer();
        if (table.partner(terms.agreement())
                .filter(known -> !known.equals(partner))
                .isPresent()) {
            return Answer.refused(
                    AgreementProblem.AGREEMENT_PARTIES_CHANGED.name(),
                    "There is an agreement " + terms.agreement() + " with somebody else already");
        }
        Proposal proposal = new Proposal(received.hash(), terms.version(), body.answerBy());
        Move move = body.counters()
                .<Move>map(countered -> new Move.Counter(proposal, countered))
                .orElseGet(() -> new Move.Propose(proposal, body.follows(), body.replaces()));
        NegotiationState state = table.lookAt(terms.agreement(), move);
        Optional<NegotiationProblem> refusal = NegotiationMachine.next(
                        state, new NegotiationEvent.Theirs(move), clock.instant(), side(terms))
                .refusal();
        if (refusal.isEmpty()) {
            Optional<Violation> violation = proposals.violation(body, partner);
            if (violation.isPresent()) {
                return refused(violation.get());
            }
        }
        Optional<NegotiationProblem> no = table.proposed(terms, new NegotiationEvent.Theirs(move));
        if (no.isPresent()) {
            return refused(no.get());
        }
        stored.add(received, clock.instant());
        return Answer.acknowledged();
    }

    /** Our own proposal comes back with the partner's signature beside ours. */
    Answer accepted(VerifiedDocument<AgreementVersion> received) {
        AgreementTerms terms = received.body().terms();
        return decide(terms.agreement(), received.document().audience(), new Move.Accept(received.hash()), () -> {
            Optional<Violation> hindrance = proposals.hindrance(terms);
            if (hindrance.isEmpty()) {
                stored.signed(received.hash(), received.signed());
                agreements.add(received.signed(), clock.instant());
            }
            return hindrance;
        });
    }

    /** A partner's rejection or withdrawal, with its reason. */
    Answer ended(VerifiedDocument<?> received, AgreementId agreement, Move move, String reason) {
        Answer answer = decide(agreement, received.document().issuer(), move, Optional::empty);
        received.document().buildsOn().stream()
                .findFirst()
                .flatMap(hash -> stored.findByIdOptional(hash.value()))
                .filter(proposal -> proposal.closing != null && proposal.reason == null)
                .ifPresent(proposal -> proposal.reason = reason);
        return answer;
    }

    /** The partner's answer to a move of ours. */
    void answered(AgreementId agreement, DocumentHash move, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Refusal(String code, String sentence)) {
            refused(agreement, move, code, sentence);
        } else {
            table.happens(agreement, new NegotiationEvent.Confirmed(move));
        }
    }

    /** The partner's broker says that a move of ours does not count. */
    void refused(AgreementId agreement, DocumentHash move, String code, String sentence) {
        table.happens(agreement, new NegotiationEvent.Refused(move, code));
        table.because(agreement, code + ": " + sentence);
    }

    private Answer decide(AgreementId agreement, OperatorId partner, Move move, Supplier<Optional<Violation>> last) {
        if (isStranger(agreement, partner)) {
            return refused(NegotiationProblem.NEGOTIATION_UNKNOWN);
        }
        NegotiationState state = table.lookAt(agreement, move);
        // Which side we are decides only between two proposals at once.
        Optional<NegotiationProblem> refusal = NegotiationMachine.next(
                        state, new NegotiationEvent.Theirs(move), clock.instant(), Side.HOME)
                .refusal();
        if (refusal.isEmpty()) {
            Optional<Violation> violation = last.get();
            if (violation.isPresent()) {
                return refused(violation.get());
            }
        }
        return table.happens(agreement, new NegotiationEvent.Theirs(move))
                .map(PartnerMoves::refused)
                .orElseGet(Answer::acknowledged);
    }

    /** Whether a negotiation is with somebody else, or does not exist. */
    private boolean isStranger(AgreementId agreement, OperatorId partner) {
        return table.partner(agreement).filter(partner::equals).isEmpty();
    }

    private Side side(AgreementTerms terms) {
        return terms.host().equals(self.operator()) ? Side.HOST : Side.HOME;
    }

    private static Answer refused(Violation violation) {
        return Answer.refused(violation.code().name(), violation.sentence());
    }

    private static Answer refused(NegotiationProblem why) {
        return Answer.refused(why.name(), why.sentence());
    }
}

package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.agreement.StoredAgreements;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.terms.AgreementTerms;
import org.jboss.logging.Logger;

/**
 * Lets events happen to stored negotiations: the row is locked, {@link NegotiationMachine} decides, and what became of
 * proposals is kept. Every method runs in the caller's transaction.
 */
@ApplicationScoped
public class NegotiationTable {
    private static final Logger LOG = Logger.getLogger(NegotiationTable.class);

    private final StoredNegotiations negotiations;
    private final StoredProposals proposals;
    private final StoredAgreements agreements;
    private final OperatorConfig self;
    private final InstantSource clock;

    NegotiationTable(
            StoredNegotiations negotiations,
            StoredProposals proposals,
            StoredAgreements agreements,
            OperatorConfig self,
            InstantSource clock) {
        this.negotiations = negotiations;
        this.proposals = proposals;
        this.agreements = agreements;
        this.self = self;
        this.clock = clock;
    }

    /** The state now, with deadlines that have passed. Nobody else can change it until the transaction ends. */
    NegotiationState look(AgreementId agreement) {
        return negotiations
                .locked(agreement)
                .map(row -> {
                    happen(row, new NegotiationEvent.TimePassed());
                    return row.state();
                })
                .orElseGet(NegotiationState.Idle::new);
    }

    /** The state once a partner's move has arrived, before it is decided on. */
    NegotiationState lookAt(AgreementId agreement, Move theirs) {
        return negotiations
                .locked(agreement)
                .map(row -> {
                    become(row, NegotiationMachine.known(row.state(), theirs, clock.instant()));
                    return row.state();
                })
                .orElseGet(NegotiationState.Idle::new);
    }

    /** An event of a negotiation that there is already, and why it does not count, if so. */
    Optional<NegotiationProblem> happens(AgreementId agreement, NegotiationEvent event) {
        return negotiations
                .locked(agreement)
                .map(row -> happen(row, event))
                .orElse(Optional.of(NegotiationProblem.NEGOTIATION_UNKNOWN));
    }

    /** A proposal on an empty table, which may be the first under its agreement. */
    Optional<NegotiationProblem> proposed(AgreementTerms terms, NegotiationEvent event) {
        Optional<NegotiationEntity> known = negotiations.locked(terms.agreement());
        NegotiationEntity row = known.orElseGet(() -> fresh(terms));
        Optional<NegotiationProblem> refusal = happen(row, event);
        if (known.isEmpty() && refusal.isEmpty()) {
            negotiations.persistAndFlush(row);
        }
        return refusal;
    }

    /** Keeps why something was refused, rejected or withdrawn, for people to read. */
    void because(AgreementId agreement, String reason) {
        negotiations.locked(agreement).ifPresent(row -> row.reason = reason);
    }

    /**
     * Takes in that a partner's document builds on these documents. Where one is a version that we signed last, our
     * acceptance has reached the partner, though its answer was lost.
     */
    @Transactional(TxType.MANDATORY)
    public void proved(AgreementId agreement, List<DocumentHash> buildsOn) {
        negotiations.locked(agreement).ifPresent(row -> {
            if (row.state() instanceof NegotiationState.Accepting) {
                buildsOn.forEach(hash -> happen(row, new NegotiationEvent.Confirmed(hash)));
            }
        });
    }

    private Optional<NegotiationProblem> happen(NegotiationEntity row, NegotiationEvent event) {
        Outcome outcome = NegotiationMachine.next(row.state(), event, clock.instant(), row.sideOf(self.operator()));
        become(row, outcome.state());
        return outcome.refusal();
    }

    private void become(NegotiationEntity row, NegotiationState next) {
        NegotiationState before = row.state();
        if (next.equals(before)) {
            return;
        }
        Instant now = clock.instant();
        for (Map.Entry<DocumentHash, Closing> closed : Settled.by(before, next).entrySet()) {
            proposals.closed(closed.getKey(), closed.getValue(), now);
        }
        if (before instanceof NegotiationState.Accepting(Proposal theirs)
                && next instanceof NegotiationState.Closed(Proposal last, Closing how)
                && how == Closing.SIGNED) {
            agreements.add(proposals.with(theirs.hash()).signed(), now);
        }
        row.become(next, now);
        row.reason = null;
        LOG.infof(
                "negotiation moved agreementId=%s version=%d state=%s%s",
                row.agreement, row.number, row.state, row.closing == null ? "" : " " + row.closing);
    }

    private NegotiationEntity fresh(AgreementTerms terms) {
        NegotiationEntity row = new NegotiationEntity();
        row.agreement = terms.agreement().value();
        row.host = terms.host().value();
        row.home = terms.home().value();
        row.since = clock.instant();
        return row;
    }

    /** The proposal on the table, on its way there, or last closed. */
    Optional<DocumentHash> onTable(AgreementId agreement) {
        return negotiations
                .locked(agreement)
                .flatMap(row -> Optional.ofNullable(row.proposal))
                .map(DocumentHash::new);
    }

    /** Until when the proposal on the table can be answered. */
    Optional<Instant> answerBy(AgreementId agreement) {
        return negotiations.locked(agreement).flatMap(row -> Optional.ofNullable(row.answerBy));
    }

    /** Whether there is a negotiation of the agreement with a partner. */
    @Transactional(TxType.MANDATORY)
    public boolean isWith(AgreementId agreement, OperatorId partner) {
        return partner(agreement).filter(partner::equals).isPresent();
    }

    /** The other party of a negotiation that there is already. */
    Optional<OperatorId> partner(AgreementId agreement) {
        return negotiations.locked(agreement).map(row -> row.partnerOf(self.operator()));
    }
}

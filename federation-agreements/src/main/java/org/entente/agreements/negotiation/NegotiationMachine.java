package org.entente.agreements.negotiation;

import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_DEADLINE_PAST;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_EXPIRED;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_MOVE_OUTSTANDING;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_NOT_YOURS;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_NOT_YOUR_TURN;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_OPEN;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_OTHER_BYTES;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_UNKNOWN;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.negotiation.NegotiationState.Accepting;
import org.entente.agreements.negotiation.NegotiationState.Closed;
import org.entente.agreements.negotiation.NegotiationState.Countering;
import org.entente.agreements.negotiation.NegotiationState.Idle;
import org.entente.agreements.negotiation.NegotiationState.Proposed;
import org.entente.agreements.negotiation.NegotiationState.Proposing;
import org.entente.agreements.negotiation.NegotiationState.Received;
import org.entente.agreements.negotiation.NegotiationState.Refused;
import org.entente.agreements.negotiation.NegotiationState.Rejecting;
import org.entente.agreements.negotiation.NegotiationState.Withdrawing;

/**
 * The one place that says what a move, an answer or the time does to a negotiation: every state with every event, pure.
 *
 * <p>Both sides decide with it, so a move counts exactly when the receiver's answer says so. Where two moves cross, both
 * sides come to the same end: of two proposals the host's stands, and an answer to a proposal beats its withdrawal, as an
 * offer may be revoked only until it was answered (CISG, article 16). An acceptance counts when it reaches the proposer
 * in time (CISG, article 18).
 */
public final class NegotiationMachine {
    private NegotiationMachine() {}

    /** The state after an event at an instant, with the reason where a move does not count. */
    public static Outcome next(NegotiationState state, NegotiationEvent event, Instant at, Side self) {
        return switch (event) {
            case NegotiationEvent.Ours(Move move) -> ours(lapsed(state, at), move, at);
            case NegotiationEvent.Theirs(Move move) -> TheirMoves.next(known(state, move, at), move, at, self);
            case NegotiationEvent.Confirmed(DocumentHash document) -> Outcome.to(confirmed(state, document));
            case NegotiationEvent.Refused(DocumentHash document, String code) ->
                Outcome.to(refused(state, document, code));
            case NegotiationEvent.TimePassed() -> Outcome.to(lapsed(state, at));
        };
    }

    /**
     * What we know once a partner's move has arrived, before we decide on it: a deadline may have passed, and a move that
     * builds on one of ours proves that ours counted, though the answer that says so was lost.
     */
    static NegotiationState known(NegotiationState state, Move theirs, Instant at) {
        return lapsed(implied(state, theirs), at);
    }

    private static NegotiationState implied(NegotiationState state, Move theirs) {
        return switch (state) {
            case Proposing(Proposal ours, Optional<DocumentHash> follows)
            when isAnswerTo(ours, theirs) -> new Proposed(ours);
            case Countering(Proposal countered, Proposal ours) when isAnswerTo(ours, theirs) -> new Proposed(ours);
            case Accepting(Proposal accepted)
            when theirs instanceof Move.Propose next
                    && next.replaces().filter(accepted::is).isPresent() -> new Closed(accepted, Closing.SIGNED);
            default -> state;
        };
    }

    private static boolean isAnswerTo(Proposal ours, Move theirs) {
        return switch (theirs) {
            case Move.Counter counter -> ours.is(counter.countered());
            case Move.Accept accept -> ours.is(accept.accepted());
            case Move.Reject reject -> ours.is(reject.rejected());
            case Move.Propose propose -> false;
            case Move.Withdraw withdraw -> false;
        };
    }

    private static NegotiationState lapsed(NegotiationState state, Instant at) {
        return switch (state) {
            case Proposed(Proposal ours) when ours.isPastAt(at) -> new Closed(ours, Closing.EXPIRED);
            case Received(Proposal theirs) when theirs.isPastAt(at) -> new Closed(theirs, Closing.EXPIRED);
            default -> state;
        };
    }

    private static Outcome ours(NegotiationState state, Move move, Instant at) {
        return switch (move) {
            case Move.Propose propose -> wePropose(state, propose, at);
            case Move.Counter counter ->
                counter.proposal().isPastAt(at)
                        ? Outcome.refused(state, NEGOTIATION_DEADLINE_PAST)
                        : weAnswer(state, counter.countered(), theirs -> new Countering(theirs, counter.proposal()));
            case Move.Accept accept -> weAnswer(state, accept.accepted(), Accepting::new);
            case Move.Reject reject ->
                weAnswer(state, reject.rejected(), theirs -> new Rejecting(theirs, reject.document()));
            case Move.Withdraw withdraw -> weWithdraw(state, withdraw);
        };
    }

    private static Outcome wePropose(NegotiationState state, Move.Propose propose, Instant at) {
        Proposing proposed = new Proposing(propose.proposal(), state.lastShared());
        if (propose.proposal().isPastAt(at)) {
            return Outcome.refused(state, NEGOTIATION_DEADLINE_PAST);
        }
        return switch (state) {
            case Idle idle -> Outcome.to(proposed);
            case Closed closed -> Outcome.to(proposed);
            case Refused refused -> Outcome.to(proposed);
            case Proposed waiting -> Outcome.refused(state, NEGOTIATION_OPEN);
            case Received received -> Outcome.refused(state, NEGOTIATION_OPEN);
            case Proposing proposing -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Withdrawing withdrawing -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Countering countering -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Accepting accepting -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Rejecting rejecting -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
        };
    }

    private static Outcome weAnswer(
            NegotiationState state, DocumentHash answered, Function<Proposal, NegotiationState> answering) {
        return switch (state) {
            case Received(Proposal theirs) when theirs.is(answered) -> Outcome.to(answering.apply(theirs));
            case Received received -> Outcome.refused(state, NEGOTIATION_OTHER_BYTES);
            case Closed closed -> Outcome.refused(state, closed(closed, answered));
            case Refused refused -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
            case Proposing proposing -> Outcome.refused(state, NEGOTIATION_NOT_YOUR_TURN);
            case Proposed proposed -> Outcome.refused(state, NEGOTIATION_NOT_YOUR_TURN);
            case Withdrawing withdrawing -> Outcome.refused(state, NEGOTIATION_NOT_YOUR_TURN);
            case Countering countering -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Accepting accepting -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Rejecting rejecting -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Idle idle -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
        };
    }

    private static Outcome weWithdraw(NegotiationState state, Move.Withdraw withdraw) {
        return switch (state) {
            case Proposed(Proposal ours)
            when ours.is(withdraw.withdrawn()) -> Outcome.to(new Withdrawing(ours, withdraw.document()));
            case Proposed proposed -> Outcome.refused(state, NEGOTIATION_OTHER_BYTES);
            case Closed closed -> Outcome.refused(state, closed(closed, withdraw.withdrawn()));
            case Refused refused -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
            case Proposing proposing -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Withdrawing withdrawing -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Countering countering -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Received received -> Outcome.refused(state, NEGOTIATION_NOT_YOURS);
            case Accepting accepting -> Outcome.refused(state, NEGOTIATION_NOT_YOURS);
            case Rejecting rejecting -> Outcome.refused(state, NEGOTIATION_NOT_YOURS);
            case Idle idle -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
        };
    }

    /** Why a move on a proposal cannot count when nothing is on the table. */
    static NegotiationProblem closed(Closed closed, DocumentHash target) {
        if (!closed.last().is(target)) {
            return NEGOTIATION_OTHER_BYTES;
        }
        return closed.how() == Closing.EXPIRED ? NEGOTIATION_EXPIRED : NegotiationProblem.NEGOTIATION_CLOSED;
    }

    private static NegotiationState confirmed(NegotiationState state, DocumentHash document) {
        return switch (state) {
            case Proposing(Proposal ours, Optional<DocumentHash> follows) when ours.is(document) -> new Proposed(ours);
            case Countering(Proposal theirs, Proposal ours) when ours.is(document) -> new Proposed(ours);
            case Accepting(Proposal theirs) when theirs.is(document) -> new Closed(theirs, Closing.SIGNED);
            case Rejecting(Proposal theirs, DocumentHash rejection)
            when rejection.equals(document) -> new Closed(theirs, Closing.REJECTED);
            case Withdrawing(Proposal ours, DocumentHash withdrawal)
            when withdrawal.equals(document) -> new Closed(ours, Closing.WITHDRAWN);
            default -> state;
        };
    }

    private static NegotiationState refused(NegotiationState state, DocumentHash document, String code) {
        boolean expired = code.equals(NEGOTIATION_EXPIRED.name());
        return switch (state) {
            case Proposing(Proposal ours, Optional<DocumentHash> follows)
            when ours.is(document) -> new Refused(ours, follows);
            case Countering(Proposal theirs, Proposal ours) when ours.is(document) -> reopened(theirs, expired);
            case Accepting(Proposal theirs) when theirs.is(document) -> reopened(theirs, expired);
            case Rejecting(Proposal theirs, DocumentHash rejection)
            when rejection.equals(document) -> reopened(theirs, expired);
            case Withdrawing(Proposal ours, DocumentHash withdrawal)
            when withdrawal.equals(document) -> expired ? new Closed(ours, Closing.EXPIRED) : new Proposed(ours);
            default -> state;
        };
    }

    private static NegotiationState reopened(Proposal theirs, boolean expired) {
        return expired ? new Closed(theirs, Closing.EXPIRED) : new Received(theirs);
    }
}

package org.entente.agreements.negotiation;

import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_ANSWERED;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_DEADLINE_PAST;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_EXPIRED;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_MOVE_OUTSTANDING;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_NOT_YOURS;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_NOT_YOUR_TURN;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_OPEN;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_OTHER_BYTES;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_SIMULTANEOUS;
import static org.entente.agreements.negotiation.NegotiationProblem.NEGOTIATION_UNKNOWN;

import java.time.Instant;
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

/** The part of {@link NegotiationMachine} that decides on the partner's moves. */
final class TheirMoves {
    private TheirMoves() {}

    static Outcome next(NegotiationState state, Move move, Instant at, Side self) {
        return switch (move) {
            case Move.Propose propose -> theyPropose(state, propose, at, self);
            case Move.Counter counter ->
                counter.proposal().isPastAt(at)
                        ? Outcome.refused(state, NEGOTIATION_DEADLINE_PAST)
                        : theyAnswer(state, counter.countered(), inTime(at, ours -> new Received(counter.proposal())));
            case Move.Accept accept ->
                theyAnswer(state, accept.accepted(), inTime(at, ours -> new Closed(ours, Closing.SIGNED)));
            case Move.Reject reject ->
                theyAnswer(state, reject.rejected(), inTime(at, ours -> new Closed(ours, Closing.REJECTED)));
            case Move.Withdraw withdraw -> theyWithdraw(state, withdraw.withdrawn());
        };
    }

    private static Outcome theyPropose(NegotiationState state, Move.Propose propose, Instant at, Side self) {
        if (propose.proposal().isPastAt(at)) {
            return Outcome.refused(state, NEGOTIATION_DEADLINE_PAST);
        }
        return switch (state) {
            case Idle idle -> onEmptyTable(state, propose);
            case Closed closed -> onEmptyTable(state, propose);
            case Refused refused -> onEmptyTable(state, propose);
            case Proposing proposing ->
                self == Side.HOST ? Outcome.refused(state, NEGOTIATION_SIMULTANEOUS) : onEmptyTable(state, propose);
            case Proposed proposed -> Outcome.refused(state, NEGOTIATION_OPEN);
            case Received received -> Outcome.refused(state, NEGOTIATION_OPEN);
            case Withdrawing withdrawing -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Countering countering -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Accepting accepting -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
            case Rejecting rejecting -> Outcome.refused(state, NEGOTIATION_MOVE_OUTSTANDING);
        };
    }

    /** A proposal made before its sender knew of the last one is one of two at once, whose fate is settled already. */
    private static Outcome onEmptyTable(NegotiationState state, Move.Propose propose) {
        return propose.follows().equals(state.lastShared())
                ? Outcome.to(new Received(propose.proposal()))
                : Outcome.refused(state, NEGOTIATION_SIMULTANEOUS);
    }

    private static Outcome theyAnswer(NegotiationState state, DocumentHash answered, Function<Proposal, Outcome> then) {
        return switch (state) {
            case Proposed(Proposal ours) when ours.is(answered) -> then.apply(ours);
            case Withdrawing(Proposal ours, DocumentHash withdrawal) when ours.is(answered) -> then.apply(ours);
            case Closed closed -> Outcome.refused(state, NegotiationMachine.closed(closed, answered));
            case Refused refused -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
            case Proposing proposing -> Outcome.refused(state, NEGOTIATION_OTHER_BYTES);
            case Proposed proposed -> Outcome.refused(state, NEGOTIATION_OTHER_BYTES);
            case Withdrawing withdrawing -> Outcome.refused(state, NEGOTIATION_OTHER_BYTES);
            case Received received -> Outcome.refused(state, NEGOTIATION_NOT_YOUR_TURN);
            case Countering countering -> Outcome.refused(state, NEGOTIATION_NOT_YOUR_TURN);
            case Accepting accepting -> Outcome.refused(state, NEGOTIATION_NOT_YOUR_TURN);
            case Rejecting rejecting -> Outcome.refused(state, NEGOTIATION_NOT_YOUR_TURN);
            case Idle idle -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
        };
    }

    /** An answer counts when it reaches the proposer before the deadline; else the proposal has expired for both. */
    private static Function<Proposal, Outcome> inTime(Instant at, Function<Proposal, NegotiationState> then) {
        return ours -> ours.isPastAt(at)
                ? Outcome.refused(new Closed(ours, Closing.EXPIRED), NEGOTIATION_EXPIRED)
                : Outcome.to(then.apply(ours));
    }

    private static Outcome theyWithdraw(NegotiationState state, DocumentHash withdrawn) {
        return switch (state) {
            case Received(Proposal theirs) ->
                theirs.is(withdrawn)
                        ? Outcome.to(new Closed(theirs, Closing.WITHDRAWN))
                        : Outcome.refused(state, NEGOTIATION_OTHER_BYTES);
            case Countering(Proposal theirs, Proposal ours) -> tooLate(state, theirs, withdrawn);
            case Accepting(Proposal theirs) -> tooLate(state, theirs, withdrawn);
            case Rejecting(Proposal theirs, DocumentHash rejection) -> tooLate(state, theirs, withdrawn);
            case Closed closed -> Outcome.refused(state, NegotiationMachine.closed(closed, withdrawn));
            case Refused refused -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
            case Proposing proposing -> Outcome.refused(state, NEGOTIATION_NOT_YOURS);
            case Proposed proposed -> Outcome.refused(state, NEGOTIATION_NOT_YOURS);
            case Withdrawing withdrawing -> Outcome.refused(state, NEGOTIATION_NOT_YOURS);
            case Idle idle -> Outcome.refused(state, NEGOTIATION_UNKNOWN);
        };
    }

    private static Outcome tooLate(NegotiationState state, Proposal theirs, DocumentHash withdrawn) {
        return Outcome.refused(state, theirs.is(withdrawn) ? NEGOTIATION_ANSWERED : NEGOTIATION_OTHER_BYTES);
    }
}

package org.entente.agreements.negotiation;

import java.util.Optional;
import org.entente.agreements.document.DocumentHash;

/**
 * How one side sees the negotiation of an agreement's next version. A state ending in -ing waits for the partner's answer
 * to a move of ours; it never times out, since only that answer can say whether the move counted.
 *
 * <pre>
 *            propose            confirmed            withdraw
 *  Idle -----------> Proposing ----------> Proposed ---------> Withdrawing
 *  Closed                                   | ^  ^                  |
 *  Refused                                  | |  |                  |
 *     ^                    +----------------+ |  +-- answered first +--confirmed--> Closed
 *     |                    | they counter     |
 *     | they propose       v                  | confirmed
 *     +--------------> Received --counter--> Countering
 *                          |----accept-----> Accepting --confirmed--> Closed (signed)
 *                          +----reject-----> Rejecting --confirmed--> Closed (rejected)
 *
 *  Proposed and Received: closed when the other side's answer or withdrawal comes, or the deadline passes.
 *  A refused move leads back to where it began, or to Closed where the refusal says that the deadline has passed.
 * </pre>
 */
public sealed interface NegotiationState {
    /** Nothing was ever on the table. */
    record Idle() implements NegotiationState {}

    /** We sent a proposal, and do not know yet whether it is on the table. */
    record Proposing(Proposal ours, Optional<DocumentHash> follows) implements NegotiationState {}

    /** The partner's broker did not put our proposal on the table; all is as it was after the one before. */
    record Refused(Proposal ours, Optional<DocumentHash> follows) implements NegotiationState {}

    /** Our proposal is on the table; the partner must act. */
    record Proposed(Proposal ours) implements NegotiationState {}

    /** We take our proposal back, unless the partner answered it first. */
    record Withdrawing(Proposal ours, DocumentHash withdrawal) implements NegotiationState {}

    /** The partner's proposal is on the table; we must act. */
    record Received(Proposal theirs) implements NegotiationState {}

    /** We answered with a proposal of our own. */
    record Countering(Proposal theirs, Proposal ours) implements NegotiationState {}

    /** We signed too. The version is in force once the partner says that this reached it in time. */
    record Accepting(Proposal theirs) implements NegotiationState {}

    /** We said no. */
    record Rejecting(Proposal theirs, DocumentHash rejection) implements NegotiationState {}

    /** Nothing is on the table any more. */
    record Closed(Proposal last, Closing how) implements NegotiationState {}

    /** The last proposal that was on the table of both, as far as this side knows. */
    default Optional<DocumentHash> lastShared() {
        return switch (this) {
            case Idle idle -> Optional.empty();
            case Proposing proposing -> proposing.follows();
            case Refused refused -> refused.follows();
            case Proposed(Proposal ours) -> Optional.of(ours.hash());
            case Withdrawing(Proposal ours, DocumentHash withdrawal) -> Optional.of(ours.hash());
            case Received(Proposal theirs) -> Optional.of(theirs.hash());
            case Countering(Proposal theirs, Proposal ours) -> Optional.of(theirs.hash());
            case Accepting(Proposal theirs) -> Optional.of(theirs.hash());
            case Rejecting(Proposal theirs, DocumentHash rejection) -> Optional.of(theirs.hash());
            case Closed(Proposal last, Closing how) -> Optional.of(last.hash());
        };
    }
}

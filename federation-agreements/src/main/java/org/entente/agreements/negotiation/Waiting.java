package org.entente.agreements.negotiation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a negotiation waits for.
 *
 * @param who must act
 * @param what they must do
 * @param until absent where a broker tries again until it is answered
 * @param then what happens when the time has passed, or once they did
 */
public record Waiting(String who, String what, Optional<Instant> until, String then) {
    /** What a negotiation between us and a partner waits for, or nothing. */
    static Optional<Waiting> of(NegotiationState state, String us, String partner) {
        return switch (state) {
            case NegotiationState.Idle idle -> Optional.empty();
            case NegotiationState.Closed closed -> Optional.empty();
            case NegotiationState.Refused refused -> Optional.empty();
            case NegotiationState.Proposed(Proposal ours) ->
                by("an engineer of " + partner, "accept, counter or reject it", ours, "it expires");
            case NegotiationState.Received(Proposal theirs) ->
                by("an engineer of " + us, "accept, counter or reject it", theirs, "it expires");
            case NegotiationState.Proposing proposing ->
                broker(partner, "confirm that it has the proposal", "the proposal is on the table");
            case NegotiationState.Countering countering ->
                broker(partner, "confirm that it has the counter-proposal", "the counter-proposal is on the table");
            case NegotiationState.Accepting accepting ->
                broker(partner, "confirm that it has both signatures", "the version is signed by both");
            case NegotiationState.Rejecting rejecting ->
                broker(partner, "confirm that it has the rejection", "the negotiation is closed");
            case NegotiationState.Withdrawing withdrawing ->
                broker(
                        partner,
                        "confirm that it has the withdrawal",
                        "the proposal is withdrawn, unless it was answered before");
        };
    }

    /** What a draft waits for. */
    static Waiting of(DraftEntity draft, String us) {
        return new Waiting(
                "an engineer of " + us + " other than " + draft.draftedBy,
                "approve to " + draft.move.name().toLowerCase(Locale.ROOT),
                Optional.of(draft.answerBy),
                "the draft is dropped");
    }

    /** In one sentence without a full stop. */
    public String sentence() {
        return who + " must " + what
                + until.map(instant -> " by " + instant + ", else ").orElse("; then ") + then;
    }

    private static Optional<Waiting> by(String who, String what, Proposal proposal, String then) {
        return Optional.of(new Waiting(who, what, Optional.of(proposal.answerBy()), then));
    }

    private static Optional<Waiting> broker(String partner, String what, String then) {
        return Optional.of(new Waiting("the broker of " + partner, what, Optional.empty(), then));
    }
}

package org.entente.agreements.negotiation;

import java.util.Optional;

/**
 * What an event leads to.
 *
 * @param refusal why the move does not count, if it does not; the state can change even so, when a deadline passed
 */
public record Outcome(NegotiationState state, Optional<NegotiationProblem> refusal) {
    static Outcome to(NegotiationState state) {
        return new Outcome(state, Optional.empty());
    }

    static Outcome refused(NegotiationState state, NegotiationProblem why) {
        return new Outcome(state, Optional.of(why));
    }
}

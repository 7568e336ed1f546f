package org.entente.agreements.negotiation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;

/** What one step of a negotiation says about the proposals in it. */
final class Settled {
    private Settled() {}

    /** The proposals that the step took off the table or off their way to it, each with what became of it. */
    static Map<DocumentHash, Closing> by(NegotiationState before, NegotiationState after) {
        Map<DocumentHash, Closing> settled = new HashMap<>();
        switch (before) {
            case NegotiationState.Proposing(Proposal ours, Optional<DocumentHash> follows) -> {
                if (after instanceof NegotiationState.Received) {
                    settled.put(ours.hash(), Closing.OVERTAKEN);
                }
            }
            case NegotiationState.Proposed(Proposal ours) -> countered(ours, after, settled);
            case NegotiationState.Withdrawing(Proposal ours, DocumentHash withdrawal) ->
                countered(ours, after, settled);
            case NegotiationState.Countering(Proposal theirs, Proposal ours) -> {
                if (after instanceof NegotiationState.Proposed) {
                    settled.put(theirs.hash(), Closing.COUNTERED);
                } else {
                    settled.put(ours.hash(), Closing.REFUSED);
                }
            }
            default -> {}
        }
        switch (after) {
            case NegotiationState.Closed(Proposal last, Closing how) -> settled.put(last.hash(), how);
            case NegotiationState.Refused(Proposal ours, Optional<DocumentHash> follows) ->
                settled.put(ours.hash(), Closing.REFUSED);
            default -> {}
        }
        return settled;
    }

    private static void countered(Proposal ours, NegotiationState after, Map<DocumentHash, Closing> settled) {
        if (after instanceof NegotiationState.Received) {
            settled.put(ours.hash(), Closing.COUNTERED);
        }
    }
}

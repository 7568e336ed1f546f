package org.entente.agreements.negotiation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All there is to see of one agreement.
 *
 * @param standing how it stands, in a word; absent before anything was signed
 * @param standingSentence the same in a sentence
 * @param versionInForce the version whose terms apply now
 * @param negotiation where the negotiation of the next version stands, in a word
 * @param reason why the last move was refused, rejected or withdrawn
 * @param proposals everything that was ever proposed, as far as we know, the latest last
 */
public record NegotiationView(
        String agreement,
        Optional<String> standing,
        Optional<String> standingSentence,
        Optional<Integer> versionInForce,
        String negotiation,
        Optional<String> reason,
        List<Waiting> waiting,
        List<ProposalView> proposals,
        List<NoticeView> notices) {
    public NegotiationView {
        waiting = List.copyOf(waiting);
        proposals = List.copyOf(proposals);
        notices = List.copyOf(notices);
    }

    /**
     * One proposal.
     *
     * @param became what became of it, absent while it is open
     */
    public record ProposalView(
            String label,
            String proposer,
            Instant proposedAt,
            Instant answerBy,
            String hash,
            Optional<String> became,
            Optional<String> reason) {}

    /**
     * One notice.
     *
     * @param state {@code telling} until the partner confirmed that it knows
     */
    public record NoticeView(
            String by, int number, String kind, Instant from, String reason, String state, String refusal) {}
}

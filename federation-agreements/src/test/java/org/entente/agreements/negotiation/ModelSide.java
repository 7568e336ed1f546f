package org.entente.agreements.negotiation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;

/**
 * One operator in a model of two: the real machine, with an outbox that delivers in order until it is answered and an
 * inbox that gives a repeat its first answer, as the exchange slice does it on PostgreSQL.
 */
final class ModelSide {
    private final Side side;
    private final Deque<Letter> outbox = new ArrayDeque<>();
    private final List<Letter> everSent = new ArrayList<>();
    private final Map<String, Reply> inbox = new HashMap<>();
    private final List<DocumentHash> signed = new ArrayList<>();
    private final Map<DocumentHash, Closing> closed = new HashMap<>();
    private NegotiationState state = new NegotiationState.Idle();
    private int moves;

    ModelSide(Side side) {
        this.side = side;
    }

    /** A move on its way; its id stays the same however often it is sent. */
    record Letter(String id, DocumentHash document, Move move) {}

    /** A partner's answer to a letter. */
    record Reply(Letter letter, Optional<String> refusal) {}

    /** Makes a move if we may, and says whether we may. */
    boolean play(Deed deed, Instant at) {
        look(at);
        String id = side + "-" + ++moves;
        Move move = deed.move(this, DocumentHash.of(id), at);
        Outcome outcome = NegotiationMachine.next(state, new NegotiationEvent.Ours(move), at, side);
        if (outcome.refusal().isPresent()) {
            return false;
        }
        become(outcome.state());
        Letter letter = new Letter(id, deed == Deed.ACCEPT ? onTable() : DocumentHash.of(id), move);
        outbox.add(letter);
        everSent.add(letter);
        return true;
    }

    Reply receive(Letter letter, Instant at) {
        return inbox.computeIfAbsent(letter.id(), id -> {
            become(NegotiationMachine.known(state, letter.move(), at));
            Outcome outcome = NegotiationMachine.next(state, new NegotiationEvent.Theirs(letter.move()), at, side);
            become(outcome.state());
            return new Reply(letter, outcome.refusal().map(NegotiationProblem::name));
        });
    }

    void answered(Reply reply, Instant at) {
        if (!outbox.contains(reply.letter())) {
            return;
        }
        outbox.remove(reply.letter());
        DocumentHash document = reply.letter().document();
        NegotiationEvent event = reply.refusal()
                .<NegotiationEvent>map(code -> new NegotiationEvent.Refused(document, code))
                .orElseGet(() -> new NegotiationEvent.Confirmed(document));
        become(NegotiationMachine.next(state, event, at, side).state());
    }

    void look(Instant at) {
        become(NegotiationMachine.next(state, new NegotiationEvent.TimePassed(), at, side)
                .state());
    }

    Optional<Letter> head() {
        return Optional.ofNullable(outbox.peek());
    }

    boolean knows(Letter letter) {
        return inbox.containsKey(letter.id());
    }

    List<Letter> everSent() {
        return everSent;
    }

    NegotiationState state() {
        return state;
    }

    List<DocumentHash> signed() {
        return signed;
    }

    /** The proposal that a move of ours would be about. */
    DocumentHash onTable() {
        return switch (state) {
            case NegotiationState.Idle idle -> DocumentHash.of("nothing");
            case NegotiationState.Proposing(Proposal ours, Optional<DocumentHash> follows) -> ours.hash();
            case NegotiationState.Refused(Proposal ours, Optional<DocumentHash> follows) -> ours.hash();
            case NegotiationState.Proposed(Proposal ours) -> ours.hash();
            case NegotiationState.Withdrawing(Proposal ours, DocumentHash withdrawal) -> ours.hash();
            case NegotiationState.Received(Proposal theirs) -> theirs.hash();
            case NegotiationState.Countering(Proposal theirs, Proposal ours) -> theirs.hash();
            case NegotiationState.Accepting(Proposal theirs) -> theirs.hash();
            case NegotiationState.Rejecting(Proposal theirs, DocumentHash rejection) -> theirs.hash();
            case NegotiationState.Closed(Proposal last, Closing how) -> last.hash();
        };
    }

    Optional<DocumentHash> lastSigned() {
        return signed.isEmpty() ? Optional.empty() : Optional.of(signed.getLast());
    }

    /** What became of every proposal that was closed at the end of a state of ours. */
    Map<DocumentHash, Closing> closed() {
        return closed;
    }

    private void become(NegotiationState next) {
        if (next instanceof NegotiationState.Closed(Proposal last, Closing how)) {
            closed.put(last.hash(), how);
        }
        boolean newlySigned =
                next instanceof NegotiationState.Closed closed && closed.how() == Closing.SIGNED && !next.equals(state);
        state = next;
        if (newlySigned) {
            signed.add(onTable());
        }
    }

    /** What a side can try. */
    enum Deed {
        PROPOSE,
        COUNTER,
        ACCEPT,
        REJECT,
        WITHDRAW;

        Move move(ModelSide side, DocumentHash document, Instant at) {
            Proposal proposal =
                    new Proposal(document, side.signed.size() + 1, at.plusSeconds(ModelNetwork.ANSWER_SECONDS));
            return switch (this) {
                case PROPOSE -> new Move.Propose(proposal, side.state.lastShared(), side.lastSigned());
                case COUNTER -> new Move.Counter(proposal, side.onTable());
                case ACCEPT -> new Move.Accept(side.onTable());
                case REJECT -> new Move.Reject(document, side.onTable());
                case WITHDRAW -> new Move.Withdraw(document, side.onTable());
            };
        }
    }
}

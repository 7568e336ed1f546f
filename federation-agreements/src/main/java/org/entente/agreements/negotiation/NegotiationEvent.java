package org.entente.agreements.negotiation;

import org.entente.agreements.document.DocumentHash;

/** What can happen to a negotiation, as one side sees it. */
public sealed interface NegotiationEvent {
    /** We want to make this move; its document goes out if we may. */
    record Ours(Move move) implements NegotiationEvent {}

    /** The partner made this move; our answer says whether it counts. */
    record Theirs(Move move) implements NegotiationEvent {}

    /** The partner's signed answer says that our move counts. */
    record Confirmed(DocumentHash document) implements NegotiationEvent {}

    /** The partner's answer says that our move does not count. */
    record Refused(DocumentHash document, String code) implements NegotiationEvent {}

    /** Nothing but that it is later now. */
    record TimePassed() implements NegotiationEvent {}
}

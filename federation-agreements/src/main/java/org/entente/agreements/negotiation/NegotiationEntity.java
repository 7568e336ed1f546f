package org.entente.agreements.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.OperatorId;
import org.jspecify.annotations.Nullable;

/** The negotiation of one agreement's next version, as a row that is locked while it changes. */
@Entity
@Table(schema = "agreements", name = "negotiation")
class NegotiationEntity {
    /** The states by name; what each holds stands in the columns. */
    enum Name {
        IDLE,
        PROPOSING,
        REFUSED,
        PROPOSED,
        WITHDRAWING,
        RECEIVED,
        COUNTERING,
        ACCEPTING,
        REJECTING,
        CLOSED
    }

    @Id
    String agreement;

    String host;
    String home;

    @Enumerated(EnumType.STRING)
    Name state = Name.IDLE;

    @Nullable String proposal;

    int number;

    @Nullable Instant answerBy;

    @Nullable String counter;

    @Nullable Instant counterAnswerBy;

    @Nullable String move;

    @Nullable String follows;

    @Enumerated(EnumType.STRING)
    @Nullable Closing closing;

    /** Why the last move was refused or the proposal was rejected or withdrawn. */
    @Nullable String reason;

    Instant since;

    @Version
    int version;

    Side sideOf(OperatorId self) {
        return self.value().equals(host) ? Side.HOST : Side.HOME;
    }

    OperatorId partnerOf(OperatorId self) {
        return new OperatorId(self.value().equals(host) ? home : host);
    }

    NegotiationState state() {
        return switch (state) {
            case IDLE -> new NegotiationState.Idle();
            case PROPOSING -> new NegotiationState.Proposing(onTable(), following());
            case REFUSED -> new NegotiationState.Refused(onTable(), following());
            case PROPOSED -> new NegotiationState.Proposed(onTable());
            case WITHDRAWING -> new NegotiationState.Withdrawing(onTable(), moved());
            case RECEIVED -> new NegotiationState.Received(onTable());
            case COUNTERING -> new NegotiationState.Countering(onTable(), countering());
            case ACCEPTING -> new NegotiationState.Accepting(onTable());
            case REJECTING -> new NegotiationState.Rejecting(onTable(), moved());
            case CLOSED ->
                new NegotiationState.Closed(
                        onTable(), Optional.ofNullable(closing).orElseThrow());
        };
    }

    void become(NegotiationState next, Instant now) {
        if (next.equals(state())) {
            return;
        }
        since = now;
        counter = null;
        counterAnswerBy = null;
        move = null;
        follows = null;
        closing = null;
        switch (next) {
            case NegotiationState.Idle idle -> state = Name.IDLE;
            case NegotiationState.Proposing(Proposal ours, Optional<DocumentHash> after) -> {
                is(Name.PROPOSING, ours);
                follows = after.map(DocumentHash::value).orElse(null);
            }
            case NegotiationState.Refused(Proposal ours, Optional<DocumentHash> after) -> {
                is(Name.REFUSED, ours);
                follows = after.map(DocumentHash::value).orElse(null);
            }
            case NegotiationState.Proposed(Proposal ours) -> is(Name.PROPOSED, ours);
            case NegotiationState.Withdrawing(Proposal ours, DocumentHash withdrawal) -> {
                is(Name.WITHDRAWING, ours);
                move = withdrawal.value();
            }
            case NegotiationState.Received(Proposal theirs) -> is(Name.RECEIVED, theirs);
            case NegotiationState.Countering(Proposal theirs, Proposal ours) -> {
                is(Name.COUNTERING, theirs);
                counter = ours.hash().value();
                counterAnswerBy = ours.answerBy();
            }
            case NegotiationState.Accepting(Proposal theirs) -> is(Name.ACCEPTING, theirs);
            case NegotiationState.Rejecting(Proposal theirs, DocumentHash rejection) -> {
                is(Name.REJECTING, theirs);
                move = rejection.value();
            }
            case NegotiationState.Closed(Proposal last, Closing how) -> {
                is(Name.CLOSED, last);
                closing = how;
            }
        }
    }

    private void is(Name name, Proposal table) {
        state = name;
        proposal = table.hash().value();
        number = table.number();
        answerBy = table.answerBy();
    }

    private Proposal onTable() {
        return new Proposal(
                hash(proposal), number, Optional.ofNullable(answerBy).orElseThrow());
    }

    private Proposal countering() {
        return new Proposal(
                hash(counter), number, Optional.ofNullable(counterAnswerBy).orElseThrow());
    }

    private DocumentHash moved() {
        return hash(move);
    }

    private Optional<DocumentHash> following() {
        return Optional.ofNullable(follows).map(DocumentHash::new);
    }

    private static DocumentHash hash(@Nullable String text) {
        return new DocumentHash(Optional.ofNullable(text).orElseThrow());
    }
}

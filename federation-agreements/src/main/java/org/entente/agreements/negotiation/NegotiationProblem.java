package org.entente.agreements.negotiation;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** Why a move does not count. The same code goes to our own engineer as a problem and to a partner as a refusal. */
public enum NegotiationProblem implements ProblemCode {
    NEGOTIATION_UNKNOWN(ProblemKind.NOT_FOUND, "Nothing was ever proposed under this agreement"),
    NEGOTIATION_CLOSED(ProblemKind.CONFLICT, "That proposal has been settled already"),
    NEGOTIATION_EXPIRED(ProblemKind.CONFLICT, "That proposal's deadline has passed"),
    NEGOTIATION_OPEN(ProblemKind.CONFLICT, "A proposal is on the table, which must be answered or withdrawn first"),
    NEGOTIATION_NOT_YOUR_TURN(ProblemKind.CONFLICT, "The proposal on the table can be answered by the other side only"),
    NEGOTIATION_NOT_YOURS(ProblemKind.CONFLICT, "Only who made the proposal can withdraw it"),
    NEGOTIATION_MOVE_OUTSTANDING(ProblemKind.CONFLICT, "The answer to an earlier move is still on its way"),
    NEGOTIATION_SIMULTANEOUS(ProblemKind.CONFLICT, "Both proposed at once, and the host's proposal stands"),
    NEGOTIATION_ANSWERED(ProblemKind.CONFLICT, "The proposal was answered before its withdrawal arrived"),
    NEGOTIATION_OTHER_BYTES(ProblemKind.CONFLICT, "That is not the proposal on the table"),
    NEGOTIATION_DEADLINE_PAST(ProblemKind.USER, "The proposal's own deadline has passed");

    private final ProblemKind kind;
    private final String sentence;

    NegotiationProblem(ProblemKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    /** The reason in a sentence, without a full stop. */
    public String sentence() {
        return sentence;
    }
}

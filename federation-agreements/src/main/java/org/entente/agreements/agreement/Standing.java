package org.entente.agreements.agreement;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/** How an agreement stands at an instant. Orders may be placed while it is in force or ending. */
public sealed interface Standing {
    /** Orders may be placed under this version. */
    record InForce(SignedAgreement version) implements Standing {}

    /** Signed, and the first version begins later. */
    record NotYet(Instant from) implements Standing {}

    /**
     * No order may be placed, what runs goes on under this version.
     *
     * @param by the party that must resume it; where both suspended it, the one that did so first
     * @param since when its suspension began
     */
    record Suspended(SignedAgreement version, OperatorId by, Instant since, String reason) implements Standing {}

    /** In force until the notice given by a party runs out. */
    record Ending(SignedAgreement version, OperatorId by, Instant until, String reason) implements Standing {}

    /** A party's notice has run out. */
    record Ended(OperatorId by, Instant since, String reason) implements Standing {}

    /** The version that was last in force has run to its end, and no other has begun. */
    record Expired(Instant since) implements Standing {}

    /** The version under which orders may be placed, if they may. */
    default Optional<SignedAgreement> forOrders() {
        return switch (this) {
            case InForce(SignedAgreement version) -> Optional.of(version);
            case Ending ending -> Optional.of(ending.version());
            case NotYet notYet -> Optional.empty();
            case Suspended suspended -> Optional.empty();
            case Ended ended -> Optional.empty();
            case Expired expired -> Optional.empty();
        };
    }

    /** In a word, lower case. */
    default String word() {
        return switch (this) {
            case InForce inForce -> "in force";
            case Ending ending -> "ending";
            case NotYet notYet -> "not yet in force";
            case Suspended suspended -> "suspended";
            case Ended ended -> "ended";
            case Expired expired -> "expired";
        };
    }

    /** In a sentence without a full stop, for instance to say why an order cannot be placed. */
    default String sentence() {
        return switch (this) {
            case InForce(SignedAgreement version) ->
                "Version " + version.terms().version() + " is in force until "
                        + version.terms().validity().to();
            case Ending ending ->
                ending.by() + " gave notice: it ends at " + ending.until() + " (" + ending.reason() + ")";
            case NotYet(Instant from) -> "It comes into force at " + from;
            case Suspended suspended ->
                suspended.by() + " suspended it at " + suspended.since() + " (" + suspended.reason()
                        + ") and must resume it";
            case Ended ended -> "It ended at " + ended.since() + ", as " + ended.by() + " gave notice";
            case Expired(Instant since) -> "It expired at " + since;
        };
    }
}

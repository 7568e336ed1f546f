package org.entente.broker.placement;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Place;
import org.entente.broker.placement.Verdict.Objection;

/**
 * How one site stands for one wish of a request.
 *
 * @param objections every reason why it does not fit; none where it does
 * @param sentence why it was chosen or not, for people
 * @param perMonth of one instance there; absent where it would have no size
 */
public record SiteVerdict(
        Place place,
        Outcome outcome,
        List<Objection> objections,
        String sentence,
        Optional<String> nearestChange,
        List<Fact> notTold,
        Optional<Money> perMonth) {
    public SiteVerdict {
        objections = List.copyOf(objections);
        notTold = List.copyOf(notTold);
    }

    /** What became of the site. */
    public enum Outcome {
        CHOSEN,
        /** It fits; others are liked better. */
        OTHERS_BETTER,
        /** It fits and is liked by itself, but not with the rules for everything together. */
        NOT_WITH_THE_REST,
        /** It fits, but something else in the request found no site, and all or nothing was asked for. */
        NOTHING_PLACED,
        DOES_NOT_FIT
    }
}

package org.entente.broker.placement;

import java.util.List;
import org.entente.broker.placement.Verdict.DoesNotFit;
import org.entente.broker.placement.Verdict.Fits;

/** Decides whether a wish fits a candidate, by what was probed there. */
public final class Fit {
    private Fit() {}

    public static Verdict of(WorkloadWish wish, Candidate candidate) {
        SiteIndex alone = SiteIndex.of(List.of(new PricedCandidate(candidate, Unpriced.INSTANCE)));
        return of(Survey.of(alone, Demand.of(wish, 1, alone)), 0);
    }

    /** The verdict on one site of a survey that no policy was added to. */
    static Verdict of(Survey survey, int site) {
        List<Fact> notTold = Fact.in(survey.found(site));
        return survey.fits(site)
                ? new Fits(survey.workload(site), notTold)
                : new DoesNotFit(
                        Sentences.of(survey, site),
                        NearestChange.of(survey, site).map(NearestChange.Change::sentence),
                        notTold);
    }
}

package org.entente.broker.placement;

import org.entente.broker.site.Workload;

/** Whether a workload fits a site. */
public sealed interface Verdict {
    /** It fits, and this is what it would be there. */
    record Fits(Workload workload) implements Verdict {}

    /** It does not, for a reason in a code and a sentence. */
    record DoesNotFit(Reason reason, String sentence) implements Verdict {}

    /** Why a workload does not fit. */
    enum Reason {
        TECHNOLOGY_DIFFERS,
        FLAVOUR_NOT_OFFERED,
        IMAGE_NOT_OFFERED
    }
}

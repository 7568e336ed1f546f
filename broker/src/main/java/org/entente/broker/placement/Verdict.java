package org.entente.broker.placement;

import java.util.List;
import java.util.Optional;
import org.entente.broker.site.Workload;

/** Whether a workload fits a site. What the site did not tell neither fits nor refuses: it is named. */
public sealed interface Verdict {
    /** What matters here and the site did not tell. */
    List<Fact> notTold();

    /** Nothing that is known speaks against it, and this is what it would be there. */
    record Fits(Workload workload, List<Fact> notTold) implements Verdict {
        public Fits {
            notTold = List.copyOf(notTold);
        }
    }

    /**
     * It does not fit.
     *
     * @param objections every reason, at least one
     * @param nearestChange a sentence that says with which changes of the wish it would fit; absent where none was found
     */
    record DoesNotFit(List<Objection> objections, Optional<String> nearestChange, List<Fact> notTold)
            implements Verdict {
        public DoesNotFit {
            objections = List.copyOf(objections);
            notTold = List.copyOf(notTold);
        }

        /** Every reason in one sentence, with the change that would help. */
        public String sentence() {
            StringBuilder sentence = new StringBuilder();
            objections.forEach(
                    objection -> sentence.append(sentence.isEmpty() ? "" : "; ").append(objection.sentence()));
            nearestChange.ifPresent(change -> sentence.append(". ").append(change));
            return sentence.toString();
        }
    }

    /** A reason in a code and a sentence. */
    record Objection(Reason reason, String sentence) {}
}

package org.entente.broker.site;

import java.util.Locale;
import org.entente.agreements.problem.ProblemException;

/** The one place that knows what may happen to a site, and what it leads to. Pure. */
final class SiteLife {
    private SiteLife() {}

    /** What happens to a site. */
    sealed interface Event {
        /**
         * A probe was answered.
         *
         * @param fully whether it found everything that is needed
         */
        record Probed(boolean fully) implements Event {}

        /** A probe was not answered as it should. */
        record ProbeFailed() implements Event {}

        /** An engineer wants it empty. */
        record Drain() implements Event {}

        /** An engineer wants it back in use. */
        record Return() implements Event {}

        /** An engineer takes it out for good. */
        record Retire() implements Event {}

        /** An engineer connects it again. */
        record Connect() implements Event {}
    }

    /** The state that follows. A move that makes no sense is a {@code SITE_STATE} problem. */
    static SiteState after(SiteState state, Event event) {
        return switch (event) {
            case Event.Probed(boolean fully) -> afterAnswer(state, fully);
            case Event.ProbeFailed failed -> afterSilence(state);
            case Event.Drain drain ->
                switch (state) {
                    case AVAILABLE, DEGRADED, UNREACHABLE, DRAINING -> SiteState.DRAINING;
                    case CONNECTING, RETIRED -> throw refused(state, "be drained");
                };
            case Event.Return back ->
                switch (state) {
                    case DRAINING -> SiteState.CONNECTING;
                    case CONNECTING, AVAILABLE, DEGRADED, UNREACHABLE -> state;
                    case RETIRED -> throw refused(state, "return; connect it again");
                };
            case Event.Retire retire ->
                switch (state) {
                    case CONNECTING, DRAINING, RETIRED -> SiteState.RETIRED;
                    case AVAILABLE, DEGRADED, UNREACHABLE -> throw refused(state, "be retired; drain it first");
                };
            case Event.Connect connect -> {
                if (state != SiteState.RETIRED) {
                    throw new ProblemException(SiteProblem.SITE_EXISTS, "There is a site of this name already");
                }
                yield SiteState.CONNECTING;
            }
        };
    }

    private static SiteState afterAnswer(SiteState state, boolean fully) {
        return switch (state) {
            case CONNECTING, AVAILABLE, DEGRADED, UNREACHABLE -> fully ? SiteState.AVAILABLE : SiteState.DEGRADED;
            case DRAINING, RETIRED -> state;
        };
    }

    private static SiteState afterSilence(SiteState state) {
        return switch (state) {
            case AVAILABLE, DEGRADED, UNREACHABLE -> SiteState.UNREACHABLE;
            case CONNECTING, DRAINING, RETIRED -> state;
        };
    }

    private static ProblemException refused(SiteState state, String what) {
        return new ProblemException(
                SiteProblem.SITE_STATE, "A site that is " + state.name().toLowerCase(Locale.ROOT) + " cannot " + what);
    }
}

package org.entente.simulator.administration;

import java.util.Optional;
import org.entente.simulator.site.Switches;
import org.jspecify.annotations.Nullable;

/** All switches of a site at once. What is left out goes back to calm, so that {@code {}} calms the site. */
record SwitchesRequest(
        @Nullable Long delayMillis,
        @Nullable Long answerDelayMillis,
        @Nullable Integer failEvery,
        @Nullable Boolean unreachable,
        @Nullable Boolean silent,
        @Nullable Boolean quotaExceeded,
        @Nullable String release) {
    Switches over(Switches calm) {
        return new Switches(
                Optional.ofNullable(delayMillis).orElse(calm.delayMillis()),
                Optional.ofNullable(answerDelayMillis).orElse(calm.answerDelayMillis()),
                Optional.ofNullable(failEvery).orElse(calm.failEvery()),
                Optional.ofNullable(unreachable).orElse(calm.unreachable()),
                Optional.ofNullable(silent).orElse(calm.silent()),
                Optional.ofNullable(quotaExceeded).orElse(calm.quotaExceeded()),
                Optional.ofNullable(release).or(calm::release));
    }
}

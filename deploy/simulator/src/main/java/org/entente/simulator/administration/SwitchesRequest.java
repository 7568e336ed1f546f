package org.entente.simulator.administration;

import java.util.Optional;
import org.entente.simulator.site.Switches;
import org.jspecify.annotations.Nullable;

/** All switches of a site at once. What is left out goes back to calm, so that {@code {}} calms the site. */
record SwitchesRequest(
        @Nullable Long delayMillis,
        @Nullable Integer failEvery,
        @Nullable Boolean unreachable,
        @Nullable Boolean quotaExceeded) {
    Switches over(Switches calm) {
        return new Switches(
                Optional.ofNullable(delayMillis).orElse(calm.delayMillis()),
                Optional.ofNullable(failEvery).orElse(calm.failEvery()),
                Optional.ofNullable(unreachable).orElse(calm.unreachable()),
                Optional.ofNullable(quotaExceeded).orElse(calm.quotaExceeded()));
    }
}

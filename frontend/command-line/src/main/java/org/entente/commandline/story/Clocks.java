package org.entente.commandline.story;

import java.time.Instant;
import java.util.List;
import org.entente.commandline.operator.ClockClient;

/** Both operators' development clocks, moved together. */
final class Clocks {
    private final List<ClockClient> clocks;

    Clocks(Cast cast) {
        clocks = List.of(cast.home().engineer().clock(), cast.host().engineer().clock());
    }

    /** What the clock that is ahead shows. */
    Instant latest() {
        return clocks.stream().map(ClockClient::now).max(Instant::compareTo).orElseThrow();
    }

    /** Moves each clock that is behind. */
    void moveTo(Instant instant) {
        for (ClockClient clock : clocks) {
            if (clock.now().isBefore(instant)) {
                clock.moveTo(instant);
            }
        }
    }
}

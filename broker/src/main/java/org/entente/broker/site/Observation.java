package org.entente.broker.site;

import java.util.Optional;

/** What a site reported of one instance at one moment. */
public sealed interface Observation {
    /** The site knows nothing of it. */
    record Absent() implements Observation {}

    /** The site is still making it. */
    record Building() implements Observation {}

    /** It has what was ordered and runs, or is on its way to (paused, moving). The address is absent until there is one. */
    record Running(Optional<String> address) implements Observation {}

    /** It stands still and keeps its disks, addresses and place, so that it can run again. */
    record Stopped(Optional<String> address) implements Observation {}

    /** The site gave up on it, for the reason in its own words. */
    record Failed(String reason) implements Observation {}

    /** The site is ending it. */
    record Ending() implements Observation {}
}

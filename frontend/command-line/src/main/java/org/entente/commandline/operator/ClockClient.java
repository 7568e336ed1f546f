package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;

/** The clock of a server in its development profile. */
public final class ClockClient {
    private static final String PATH = "/api/v1/development/clock";
    private final ApiCalls calls;

    ClockClient(ApiCalls calls) {
        this.calls = calls;
    }

    private record Reading(Instant now) {}

    public Instant now() {
        return calls.get(PATH, new TypeReference<Reading>() {}).now();
    }

    /** Moves the clock. It only goes forward. */
    public void moveTo(Instant now) {
        calls.put(PATH, new Reading(now));
    }
}

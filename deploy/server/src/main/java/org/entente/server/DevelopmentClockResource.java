package org.entente.server;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** Reads and moves the development clock. Does not exist on a server without one. */
@Path("/api/v1/development/clock")
@Authenticated
@EndpointDisabled(name = "entente.development-clock", stringValue = "false", disableIfMissing = true)
public class DevelopmentClockResource {
    private final DevelopmentClock clock;

    DevelopmentClockResource(DevelopmentClock clock) {
        this.clock = clock;
    }

    /** An instant of the clock. */
    public record ClockView(@NotNull Instant now) {}

    @GET
    public ClockView now() {
        return new ClockView(clock.instant());
    }

    /** Moves the clock forward to an instant. An earlier one changes nothing. */
    @PUT
    public ClockView move(@Valid @NotNull ClockView target) {
        return new ClockView(clock.moveTo(target.now()));
    }
}

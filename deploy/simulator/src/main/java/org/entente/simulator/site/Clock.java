package org.entente.simulator.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** Sites live in real time. */
class Clock {
    @Produces
    @ApplicationScoped
    InstantSource real() {
        return InstantSource.system();
    }
}

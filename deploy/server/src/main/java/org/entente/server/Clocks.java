package org.entente.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one clock that everything reads. */
@ApplicationScoped
public class Clocks {
    /** The system's clock; in a development server that asks for it, one that can be moved forward. */
    @Produces
    @Singleton
    InstantSource clock(DevelopmentClock development) {
        return development.isOn() ? development : InstantSource.system();
    }
}

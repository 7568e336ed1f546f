package org.entente.server;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A clock that runs with the system's, ahead of it by as much as it was moved forward. It never goes back, and it keeps its
 * lead over a restart. Only the development profile may have it: any other refuses to start with it.
 */
@Startup
@Singleton
@Typed(DevelopmentClock.class)
public class DevelopmentClock implements InstantSource {
    private final boolean on;
    private final EntityManager database;
    private volatile Duration lead = Duration.ZERO;

    DevelopmentClock(
            @ConfigProperty(name = "entente.development-clock", defaultValue = "false") boolean on,
            EntityManager database) {
        this.on = on;
        this.database = database;
    }

    @PostConstruct
    void check() {
        if (on && !ConfigUtils.isProfileActive("development")) {
            throw new IllegalStateException(
                    "entente.development-clock is for the development profile only: a server that bills has no clock that moves");
        }
        if (on) {
            lead = storedLead();
        }
    }

    boolean isOn() {
        return on;
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(lead);
    }

    /** Moves the clock to an instant, if that is ahead; otherwise it stays. */
    @Transactional
    Instant moveTo(Instant target) {
        Duration ahead = Duration.between(InstantSource.system().instant(), target);
        if (ahead.compareTo(lead) > 0) {
            database.createNativeQuery("update server.development_clock set lead_millis = :lead")
                    .setParameter("lead", ahead.toMillis())
                    .executeUpdate();
            lead = ahead;
        }
        return instant();
    }

    private Duration storedLead() {
        Object millis = database.createNativeQuery("select lead_millis from server.development_clock")
                .getSingleResult();
        return Duration.ofMillis(((Number) millis).longValue());
    }
}

package org.entente.simulator.openstack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The log-ins in force at one site. The oldest is forgotten when there are too many. */
final class Tokens {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int TOKENS_MAX = 1000;

    private final InstantSource clock;
    private final Map<String, Instant> expiries = new LinkedHashMap<>();

    record Issued(String token, Instant issuedAt, Instant expiresAt) {}

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Issued issue() {
        Instant now = clock.instant();
        Issued issued = new Issued("gAAAA" + UUID.randomUUID(), now, now.plus(LIFETIME));
        if (expiries.size() >= TOKENS_MAX) {
            expiries.remove(expiries.keySet().iterator().next());
        }
        expiries.put(issued.token(), issued.expiresAt());
        return issued;
    }

    synchronized boolean isValid(String token) {
        Instant expiry = expiries.get(token);
        return expiry != null && clock.instant().isBefore(expiry);
    }

    synchronized void revokeAll() {
        expiries.clear();
    }
}

package org.entente.agreements.partner;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.agreements.language.OperatorId;
import org.jboss.logging.Logger;

/**
 * Keeps partners' clients at our identity provider as their states want them. It makes each so after a change, after a
 * start of this process, and again from time to time, because the identity provider may have been restored or touched by
 * hand. Where no admin access is configured, the clients are the operator's own business and this does nothing.
 */
@ApplicationScoped
public class PartnerClientsJob {
    private static final Logger LOG = Logger.getLogger(PartnerClientsJob.class);
    private static final Duration CHECK_EVERY = Duration.ofMinutes(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Partners partners;
    private final Instance<PartnerClients> clients;
    private final boolean configured;
    private final InstantSource systemClock = InstantSource.system();
    private final Map<OperatorId, Made> made = new HashMap<>();

    PartnerClientsJob(
            Partners partners,
            Instance<PartnerClients> clients,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.server-url") Optional<String> server) {
        this.partners = partners;
        this.clients = clients;
        this.configured = server.isPresent();
    }

    /** What was made so for a partner, and when to look again. */
    private record Made(PartnerState state, Instant checkAt) {}

    @Scheduled(
            every = "${entente.partner-clients.look-every:0.5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        if (!configured) {
            return;
        }
        Instant now = systemClock.instant();
        for (Partner partner : partners.all()) {
            Made last = made.get(partner.operator());
            if (last == null
                    || last.state() != partner.state()
                    || last.checkAt().isBefore(now)) {
                follow(partner, now);
            }
        }
    }

    private void follow(Partner partner, Instant now) {
        try {
            make(partner);
            made.put(partner.operator(), new Made(partner.state(), now.plus(CHECK_EVERY)));
        } catch (ProcessingException | WebApplicationException unavailable) {
            made.put(partner.operator(), new Made(partner.state(), now.plus(RETRY_AFTER)));
            LOG.warnf(
                    "identity provider not changed operatorId=%s state=%s again in %s: %s",
                    partner.operator(), partner.state(), RETRY_AFTER, unavailable);
        }
    }

    private void make(Partner partner) {
        switch (partner.state()) {
            case INVITED, ENDED -> clients.get().remove(partner.operator());
            case ACTIVE, SUSPENDED -> clients.get().allow(partner);
            case VANISHED -> clients.get().suspend(partner.operator());
        }
    }
}

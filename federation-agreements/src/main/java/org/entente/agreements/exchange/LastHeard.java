package org.entente.agreements.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/** When a partner's broker last showed that it is there: it handed a document in, or answered one of ours. */
@ApplicationScoped
public class LastHeard {
    private static final String QUERY = """
            select max(heard) from (
                select max(received_at) as heard from agreements.inbox where sender = :partner
                union all
                select max(answered_at) from agreements.outbox where partner = :partner) as both_ways""";

    private final EntityManager entities;

    LastHeard(EntityManager entities) {
        this.entities = entities;
    }

    /** Nothing where it was never heard. */
    @Transactional
    public Optional<Instant> from(OperatorId partner) {
        return Optional.ofNullable((Instant) entities.createNativeQuery(QUERY, Instant.class)
                .setParameter("partner", partner.value())
                .getSingleResult());
    }
}

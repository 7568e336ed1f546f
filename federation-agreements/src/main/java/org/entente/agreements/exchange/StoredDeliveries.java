package org.entente.agreements.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.language.OperatorId;

/** The heads of the outbox's queues, one for each partner. */
@ApplicationScoped
class StoredDeliveries implements Deliveries {
    private static final String HEADS = """
            select distinct on (o.partner) o.* from agreements.outbox o
            where o.answered_at is null order by o.partner, o.position""";

    private final EntityManager entities;

    StoredDeliveries(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Map<OperatorId, Waiting> waiting() {
        List<?> heads = entities.createNativeQuery(HEADS, OutboxEntity.class).getResultList();
        return heads.stream()
                .map(OutboxEntity.class::cast)
                .collect(Collectors.toMap(head -> new OperatorId(head.partner), StoredDeliveries::waiting));
    }

    private static Waiting waiting(OutboxEntity head) {
        return new Waiting(head.documentType, head.createdAt, head.attempts, Optional.ofNullable(head.lastFailure));
    }
}

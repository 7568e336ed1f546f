package org.entente.metering.observation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.entente.agreements.language.InstanceId;

@ApplicationScoped
class PanacheCursors implements PanacheRepositoryBase<CursorEntity, String> {

    void insert(MeteredInstance instance, Cursor cursor) {
        persistAndFlush(CursorEntity.of(instance, cursor));
    }

    /** The cursor of a metered instance, locked until the transaction ends. Whoever holds it alone moves it. */
    CursorEntity locked(InstanceId id) {
        return Objects.requireNonNull(
                findById(id.value(), LockModeType.PESSIMISTIC_WRITE), "A metered instance has a cursor");
    }

    /** Until when each instance was seen running, read without a lock. */
    Map<InstanceId, Instant> meteredUntil(Collection<InstanceId> ids) {
        Map<InstanceId, Instant> until = new HashMap<>();
        getEntityManager()
                .createQuery("select instance, meteredUntil from CursorEntity where instance in ?1", Object[].class)
                .setParameter(1, ids.stream().map(InstanceId::value).toList())
                .getResultList()
                .forEach(row -> until.put(new InstanceId((String) row[0]), (Instant) row[1]));
        return until;
    }

    /** How many instances still run that have use before an instant which is not recorded. */
    long behind(Instant instant) {
        return count("endedAt is null and (meteredUntil < ?1 or nextMidnight <= ?1)", instant);
    }
}

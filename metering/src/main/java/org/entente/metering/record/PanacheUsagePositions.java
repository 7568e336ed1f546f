package org.entente.metering.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.agreements.language.AgreementId;

@ApplicationScoped
class PanacheUsagePositions implements PanacheRepositoryBase<UsagePositionEntity, Long> {

    List<UsageRecord> after(long position, int limit) {
        return records(
                "from UsagePositionEntity p join fetch p.usage where p.position > ?1 order by p.position",
                limit,
                position);
    }

    List<UsageRecord> under(AgreementId agreement, long position, int limit) {
        return records(
                "from UsagePositionEntity p join fetch p.usage"
                        + " where p.position > ?1 and p.agreement = ?2 order by p.position",
                limit,
                position,
                agreement.value());
    }

    private List<UsageRecord> records(String query, int limit, Object... parameters) {
        if (limit < 1 || limit > UsageRecords.LIMIT_MAX) {
            throw new IllegalArgumentException("A limit must be 1 to " + UsageRecords.LIMIT_MAX + ", but was " + limit);
        }
        return find(query, parameters).range(0, limit - 1).list().stream()
                .map(UsagePositionEntity::record)
                .toList();
    }
}

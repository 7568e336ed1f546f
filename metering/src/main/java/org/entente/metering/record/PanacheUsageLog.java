package org.entente.metering.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Window;
import org.entente.agreements.problem.ProblemException;
import org.entente.metering.MeteringProblem;

@ApplicationScoped
@Transactional(dontRollbackOn = ProblemException.class)
class PanacheUsageLog implements UsageLog, PanacheRepositoryBase<UsageRecordEntity, Long> {
    private final PanacheUsagePositions positions;

    PanacheUsageLog(PanacheUsagePositions positions) {
        this.positions = positions;
    }

    @Override
    public void append(List<MeasuredUsage> usages) {
        if (usages.isEmpty()) {
            return;
        }
        Map<UsageKey, String> recorded = recorded(usages);
        List<MeasuredUsage> fresh =
                usages.stream().filter(usage -> isFresh(usage, recorded)).toList();
        fresh.forEach(usage -> persist(UsageRecordEntity.of(usage)));
        flush();
    }

    @Override
    public List<UsageRecord> under(AgreementId agreement, long afterPosition, int limit) {
        return positions.under(agreement, afterPosition, limit);
    }

    @Override
    public List<MeasuredUsage> startingAt(Collection<InstanceId> instances, Collection<Instant> starts) {
        return entities(instances, starts).stream()
                .map(UsageRecordEntity::usage)
                .toList();
    }

    @Override
    public long count(AgreementId agreement, Window window) {
        return count(
                "agreement = ?1 and windowFrom >= ?2 and windowTo <= ?3",
                agreement.value(),
                window.from(),
                window.to());
    }

    /** The content hash of each key that is already there. The unique key of the table guards what this cannot see. */
    private Map<UsageKey, String> recorded(List<MeasuredUsage> usages) {
        List<UsageRecordEntity> sameStart = entities(
                usages.stream().map(MeasuredUsage::instance).distinct().toList(),
                usages.stream().map(usage -> usage.window().from()).distinct().toList());
        Map<UsageKey, String> hashes = new HashMap<>();
        sameStart.forEach(entity -> hashes.put(entity.usage().key(), entity.contentHash));
        return hashes;
    }

    private List<UsageRecordEntity> entities(Collection<InstanceId> instances, Collection<Instant> starts) {
        return list(
                "instance in ?1 and windowFrom in ?2",
                instances.stream().map(InstanceId::value).toList(),
                starts);
    }

    private static boolean isFresh(MeasuredUsage usage, Map<UsageKey, String> recorded) {
        String known = recorded.get(usage.key());
        if (known != null && !known.equals(usage.contentHash().value())) {
            throw new ProblemException(
                    MeteringProblem.USAGE_CONFLICT,
                    usage.quantity().meter() + " of instance " + usage.instance() + " from "
                            + usage.window().from() + " is already recorded with other content");
        }
        return known == null;
    }
}

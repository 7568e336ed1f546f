package org.entente.metering.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;

@ApplicationScoped
@Transactional
class StoredUsageRecords implements UsageRecords {
    private final PanacheUsagePositions positions;
    private final EntityManager entities;
    private final Standings standings;

    StoredUsageRecords(PanacheUsagePositions positions, EntityManager entities, Standings standings) {
        this.positions = positions;
        this.entities = entities;
        this.standings = standings;
    }

    @Override
    public List<UsageRecord> after(long position, int limit) {
        return positions.after(position, limit);
    }

    /** Records are read before standings: what is recorded in between is then counted by the standing, once. */
    @Override
    public Map<InstanceId, Map<Meter, Quantity>> usedSoFar(Collection<InstanceId> instances) {
        if (instances.size() > LIMIT_MAX) {
            throw new IllegalArgumentException("At most " + LIMIT_MAX + " instances can be asked for at once");
        }
        if (instances.isEmpty()) {
            return Map.of();
        }
        Map<UsageSource, Recorded> recorded = recorded(instances);
        Map<InstanceId, Map<Meter, Quantity>> used = new HashMap<>();
        standings.of(instances).forEach((instance, standing) -> used.put(instance, used(instance, standing, recorded)));
        return used;
    }

    @Override
    public boolean meteredUpTo(Instant instant) {
        return standings.allMeteredUpTo(instant);
    }

    private static Map<Meter, Quantity> used(
            InstanceId instance, Standings.Standing standing, Map<UsageSource, Recorded> recorded) {
        Map<Meter, Quantity> used = new EnumMap<>(Meter.class);
        standing.amounts().forEach((meter, amount) -> {
            Recorded sofar = Optional.ofNullable(recorded.get(new UsageSource(instance, meter)))
                    .orElseGet(() -> new Recorded(Quantity.none(meter), standing.startedAt()));
            used.put(meter, sofar.plus(amount, standing.meteredUntil()));
        });
        return used;
    }

    private Map<UsageSource, Recorded> recorded(Collection<InstanceId> instances) {
        List<Object[]> sums = entities.createQuery(
                        "select instance, meter, sum(quantity), max(windowTo) from UsageRecordEntity"
                                + " where instance in ?1 group by instance, meter",
                        Object[].class)
                .setParameter(1, instances.stream().map(InstanceId::value).toList())
                .getResultList();
        Map<UsageSource, Recorded> recorded = new HashMap<>();
        for (Object[] sum : sums) {
            Meter meter = (Meter) sum[1];
            recorded.put(
                    new UsageSource(new InstanceId((String) sum[0]), meter),
                    new Recorded(new Quantity(meter, (BigDecimal) sum[2]), (Instant) sum[3]));
        }
        return recorded;
    }

    private record UsageSource(InstanceId instance, Meter meter) {}

    private record Recorded(Quantity quantity, Instant until) {
        Quantity plus(BigDecimal amount, Instant meteredUntil) {
            return until.isBefore(meteredUntil)
                    ? quantity.plus(Quantity.held(quantity.meter(), amount, new Window(until, meteredUntil)))
                    : quantity;
        }
    }
}

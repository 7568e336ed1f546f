package org.entente.metering.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;

@ApplicationScoped
class StoredSiteUsage implements SiteUsage {
    private final EntityManager entities;

    StoredSiteUsage(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Map<Meter, Quantity> at(OperatorId operator, Collection<SiteId> sites, Window window) {
        Map<Meter, Quantity> used = new EnumMap<>(Meter.class);
        entities.createQuery(
                        "select meter, sum(quantity) from UsageRecordEntity where operator = ?1 and site in ?2"
                                + " and windowFrom >= ?3 and windowFrom < ?4 group by meter",
                        Object[].class)
                .setParameter(1, operator.value())
                .setParameter(2, sites.stream().map(SiteId::value).toList())
                .setParameter(3, window.from())
                .setParameter(4, window.to())
                .getResultList()
                .forEach(sum -> used.put((Meter) sum[0], new Quantity((Meter) sum[0], (BigDecimal) sum[1])));
        return used;
    }
}

package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.broker.offer.Prices;
import org.entente.broker.order.Customer;
import org.entente.broker.order.InstanceEntity;
import org.entente.metering.observation.MeteredInstance;

/** What metering must know of an instance when its use begins to count. */
@ApplicationScoped
public class Metered {
    private final Agreements agreements;
    private final RetailPrices retail;

    Metered(Agreements agreements, RetailPrices retail) {
        this.agreements = agreements;
        this.retail = retail;
    }

    public MeteredInstance instance(InstanceEntity instance, Instant startedAt) {
        Optional<TenantId> tenant = switch (instance.order().customer()) {
            case Customer.OwnTenant own -> Optional.of(own.tenant());
            case Customer.PartnerOperator partner -> Optional.empty();
        };
        return new MeteredInstance(
                instance.instanceId(),
                instance.place(),
                instance.technology(),
                tenant,
                instance.agreement(),
                Prices.amounts(instance.workload()),
                calendar(instance, startedAt),
                startedAt);
    }

    private BillingCalendar calendar(InstanceEntity instance, Instant startedAt) {
        return instance.agreement()
                .map(agreement -> agreements
                        .history(agreement)
                        .versionAt(startedAt)
                        .orElseThrow()
                        .terms()
                        .calendar())
                .orElseGet(() -> retail.current().calendar());
    }
}

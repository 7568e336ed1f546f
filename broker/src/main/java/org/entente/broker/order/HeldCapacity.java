package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import org.entente.agreements.agreement.CapacityInUse;
import org.entente.agreements.language.AgreementId;
import org.entente.broker.site.Workload;

/** What partners hold on our sites, so that no quota is agreed below it. */
@ApplicationScoped
public class HeldCapacity implements CapacityInUse {
    private final Instances instances;

    HeldCapacity(Instances instances) {
        this.instances = instances;
    }

    @Override
    @Transactional
    public InUse under(AgreementId agreement) {
        List<Workload> held = instances.liveUnder(agreement).stream()
                .map(InstanceEntity::workload)
                .toList();
        return new InUse(
                held.size(),
                held.stream().map(Workload::vcpu).reduce(BigDecimal.ZERO, BigDecimal::add),
                held.stream().map(Workload::memoryGib).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}

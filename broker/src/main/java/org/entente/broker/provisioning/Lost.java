package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.order.Customer;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.Orders;
import org.entente.broker.order.WhenMissing;

/** What becomes of an instance that its site does not know any more, by this operator's policy. */
@ApplicationScoped
public class Lost {
    private final Orders orders;
    private final Instances instances;
    private final Replacement replacement;
    private final Progress progress;
    private final OrderConfig config;

    Lost(Orders orders, Instances instances, Replacement replacement, Progress progress, OrderConfig config) {
        this.orders = orders;
        this.instances = instances;
        this.replacement = replacement;
        this.progress = progress;
        this.config = config;
    }

    /** A partner knows its instances by their ids: where it lost one, it decides itself. */
    @Transactional
    void missing(InstanceId id, String reason) {
        InstanceEntity instance = orders.locked(instances.orderOf(id), id);
        boolean ours = instance.order().customer() instanceof Customer.OwnTenant;
        if (ours
                && config.whenMissing() == WhenMissing.RECREATE
                && instance.replacedBy().isEmpty()) {
            if (instance.state() == InstanceState.ACTIVE) {
                replacement.atOnce(instance, instance.place(), instance.workload(), reason + "; it is made anew");
            }
        } else {
            progress.failed(id, reason);
        }
    }
}

package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.entente.agreements.agreement.OrderedFlavours;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Workload;

/** The flavours of the stored instances. */
@ApplicationScoped
public class StoredFlavours implements OrderedFlavours {
    private final Instances instances;

    StoredFlavours(Instances instances) {
        this.instances = instances;
    }

    @Override
    @Transactional
    public Optional<String> of(InstanceId instance) {
        return instances
                .findByIdOptional(instance.value())
                .map(InstanceEntity::workload)
                .flatMap(Workload::flavourName);
    }
}

package org.entente.agreements.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.TenantPseudonym;

/**
 * What a home operator orders at a host under an agreement in force, all or nothing. It builds on the agreement version
 * whose prices it accepts and, where the host held capacity for it, on the {@link Hold}.
 *
 * @param deadline after this the host must not accept it any more
 * @param tenant for whom it is, where the agreement limits what one tenant may hold; absent otherwise
 */
public record OrderPlaced(
        OrderId order,
        AgreementId agreement,
        Instant deadline,
        List<OrderedInstance> instances,
        Optional<TenantPseudonym> tenant)
        implements Booking {
    public OrderPlaced {
        instances = List.copyOf(instances);
    }

    /** An order that names no tenant. */
    public OrderPlaced(OrderId order, AgreementId agreement, Instant deadline, List<OrderedInstance> instances) {
        this(order, agreement, deadline, instances, Optional.empty());
    }

    /** One instance, at one of the host's sites. */
    public record OrderedInstance(InstanceId instance, String name, SiteId site, OrderedWorkload workload) {}
}

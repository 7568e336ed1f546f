package org.entente.agreements.document;

import java.time.Instant;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;

/**
 * What a home operator orders at a host under an agreement in force, all or nothing. It builds on the agreement version
 * whose prices it accepts.
 *
 * @param deadline after this the host must not accept it any more
 */
public record OrderPlaced(OrderId order, AgreementId agreement, Instant deadline, List<OrderedInstance> instances)
        implements DocumentBody {
    public OrderPlaced {
        instances = List.copyOf(instances);
    }

    /** One instance, at one of the host's sites. */
    public record OrderedInstance(InstanceId instance, String name, SiteId site, OrderedWorkload workload) {}
}

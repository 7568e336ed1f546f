package org.entente.broker.quote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.language.TenantId;

/** What an order of these instances costs a tenant, binding until a stated time. */
public record Quote(UUID id, TenantId tenant, Instant createdAt, Instant validUntil, List<QuotedInstance> instances) {
    public Quote {
        instances = List.copyOf(instances);
    }
}

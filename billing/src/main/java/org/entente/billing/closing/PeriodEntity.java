package org.entente.billing.closing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code billing.period}: a period that somebody asked to close. */
@Entity
@Table(schema = "billing", name = "period")
class PeriodEntity {
    @Id
    String period;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Nullable @Column(name = "tenants_invoiced_at")
    Instant tenantsInvoicedAt;

    @Nullable @Column(name = "closed_at")
    Instant closedAt;

    @Version
    int version;
}

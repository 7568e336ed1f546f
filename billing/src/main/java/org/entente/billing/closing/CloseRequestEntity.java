package org.entente.billing.closing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code billing.close_request}: who asked to close a period, and when. */
@Entity
@Immutable
@Table(schema = "billing", name = "close_request")
class CloseRequestEntity {
    @Id
    @Column(name = "idempotency_key")
    String idempotencyKey;

    String period;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;
}

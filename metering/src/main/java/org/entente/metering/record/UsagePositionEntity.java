package org.entente.metering.record;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A record's place in the order of commits. Only the database writes it, when the record's transaction commits. */
@Entity
@Immutable
@Table(schema = "metering", name = "usage_position")
class UsagePositionEntity {
    @Id
    Long position;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "record")
    UsageRecordEntity usage;

    String agreement;

    UsageRecord record() {
        return usage.at(position);
    }
}

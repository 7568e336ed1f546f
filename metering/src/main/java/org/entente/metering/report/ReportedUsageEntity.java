package org.entente.metering.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.metering.record.UsageKey;
import org.hibernate.annotations.Immutable;

/** Which usage record is in which report. Apart from the record, which never changes. */
@Entity
@Immutable
@Table(schema = "metering", name = "reported_usage")
class ReportedUsageEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reported_usage")
    @SequenceGenerator(
            name = "reported_usage",
            schema = "metering",
            sequenceName = "reported_usage_sequence",
            allocationSize = 50)
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "report")
    UsageReportEntity report;

    String instance;

    @Enumerated(EnumType.STRING)
    Meter meter;

    @Column(name = "window_from")
    Instant windowFrom;

    @Column(name = "window_to")
    Instant windowTo;

    static ReportedUsageEntity of(UsageReportEntity report, ReportedUsage usage) {
        ReportedUsageEntity entity = new ReportedUsageEntity();
        entity.report = report;
        entity.instance = usage.instance().value();
        entity.meter = usage.quantity().meter();
        entity.windowFrom = usage.window().from();
        entity.windowTo = usage.window().to();
        return entity;
    }

    UsageKey key() {
        return new UsageKey(new InstanceId(instance), meter, windowFrom);
    }
}

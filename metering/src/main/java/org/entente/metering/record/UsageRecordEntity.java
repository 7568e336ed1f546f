package org.entente.metering.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(schema = "metering", name = "usage_record")
class UsageRecordEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "usage_record")
    @SequenceGenerator(
            name = "usage_record",
            schema = "metering",
            sequenceName = "usage_record_sequence",
            allocationSize = 50)
    Long id;

    String instance;
    String operator;
    String site;

    @Enumerated(EnumType.STRING)
    Technology technology;

    String tenant;
    String agreement;

    @Enumerated(EnumType.STRING)
    Meter meter;

    @Column(name = "window_from")
    Instant windowFrom;

    @Column(name = "window_to")
    Instant windowTo;

    @Column(precision = 33, scale = Quantity.SCALE)
    BigDecimal quantity;

    @Column(name = "content_hash")
    String contentHash;

    static UsageRecordEntity of(MeasuredUsage usage) {
        UsageRecordEntity entity = new UsageRecordEntity();
        entity.instance = usage.instance().value();
        entity.operator = usage.place().operator().value();
        entity.site = usage.place().site().value();
        entity.technology = usage.technology();
        entity.tenant = usage.tenant().map(TenantId::value).orElse(null);
        entity.agreement = usage.agreement().map(AgreementId::value).orElse(null);
        entity.meter = usage.quantity().meter();
        entity.windowFrom = usage.window().from();
        entity.windowTo = usage.window().to();
        entity.quantity = usage.quantity().value();
        entity.contentHash = usage.contentHash().value();
        return entity;
    }

    MeasuredUsage usage() {
        return new MeasuredUsage(
                new InstanceId(instance),
                new Place(new OperatorId(operator), new SiteId(site)),
                technology,
                Optional.ofNullable(tenant).map(TenantId::new),
                Optional.ofNullable(agreement).map(AgreementId::new),
                new Window(windowFrom, windowTo),
                new Quantity(meter, quantity));
    }

    UsageRecord at(long position) {
        MeasuredUsage usage = usage();
        return new UsageRecord(
                position,
                usage.instance(),
                usage.place(),
                usage.technology(),
                usage.tenant(),
                usage.agreement(),
                usage.window(),
                usage.quantity());
    }
}

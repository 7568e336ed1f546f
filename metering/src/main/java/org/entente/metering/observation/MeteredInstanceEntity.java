package org.entente.metering.observation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
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
import org.entente.agreements.terms.BillingCalendar;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(schema = "metering", name = "metered_instance")
class MeteredInstanceEntity {
    @Id
    String instance;

    String operator;
    String site;

    @Enumerated(EnumType.STRING)
    Technology technology;

    String tenant;
    String agreement;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "metering", name = "metered_amount", joinColumns = @JoinColumn(name = "instance"))
    @MapKeyColumn(name = "meter")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "amount", precision = 33, scale = Quantity.SCALE)
    @Immutable
    Map<Meter, BigDecimal> amounts;

    @Column(name = "calendar_zone")
    String calendarZone;

    @Column(name = "started_at")
    Instant startedAt;

    static MeteredInstanceEntity of(MeteredInstance instance) {
        MeteredInstanceEntity entity = new MeteredInstanceEntity();
        entity.instance = instance.instance().value();
        entity.operator = instance.place().operator().value();
        entity.site = instance.place().site().value();
        entity.technology = instance.technology();
        entity.tenant = instance.tenant().map(TenantId::value).orElse(null);
        entity.agreement = instance.agreement().map(AgreementId::value).orElse(null);
        entity.amounts = instance.amounts();
        entity.calendarZone = instance.calendar().zone().getId();
        entity.startedAt = instance.startedAt();
        return entity;
    }

    MeteredInstance facts() {
        return new MeteredInstance(
                new InstanceId(instance),
                new Place(new OperatorId(operator), new SiteId(site)),
                technology,
                Optional.ofNullable(tenant).map(TenantId::new),
                Optional.ofNullable(agreement).map(AgreementId::new),
                amounts,
                new BillingCalendar(ZoneId.of(calendarZone)),
                startedAt);
    }
}

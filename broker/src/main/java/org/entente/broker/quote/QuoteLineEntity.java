package org.entente.broker.quote;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.WorkloadColumns;
import org.jspecify.annotations.Nullable;

/** One instance of a quote. */
@Entity
@Table(schema = "broker", name = "quote_line")
@IdClass(QuoteLineEntity.Key.class)
class QuoteLineEntity {
    record Key(UUID quote, int position) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "quote")
    QuoteEntity quote;

    @Id
    int position;

    String name;
    String operator;
    String site;

    @Nullable String agreement;

    @Enumerated(EnumType.STRING)
    Technology technology;

    @Embedded
    WorkloadColumns workload;

    static QuoteLineEntity of(QuoteEntity quote, int position, QuotedInstance instance) {
        QuoteLineEntity entity = new QuoteLineEntity();
        entity.quote = quote;
        entity.position = position;
        entity.name = instance.name();
        entity.operator = instance.place().operator().value();
        entity.site = instance.place().site().value();
        entity.agreement = instance.agreement().map(AgreementId::value).orElse(null);
        entity.technology = instance.technology();
        entity.workload = WorkloadColumns.of(instance.workload());
        return entity;
    }

    QuotedInstance instance() {
        return new QuotedInstance(
                name,
                new Place(new OperatorId(operator), new SiteId(site)),
                Optional.ofNullable(agreement).map(AgreementId::new),
                technology,
                workload.workload());
    }
}

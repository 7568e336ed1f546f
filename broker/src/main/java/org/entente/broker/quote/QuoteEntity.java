package org.entente.broker.quote;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.language.TenantId;

/** A quote's row. Never changed. */
@Entity
@Table(schema = "broker", name = "quote")
class QuoteEntity {
    @Id
    UUID quote;

    String tenant;
    Instant createdAt;
    Instant validUntil;

    @OneToMany(mappedBy = "quote", fetch = FetchType.EAGER, cascade = CascadeType.PERSIST)
    @OrderBy("position")
    List<QuoteLineEntity> lines = new ArrayList<>();

    static QuoteEntity of(Quote quote) {
        QuoteEntity entity = new QuoteEntity();
        entity.quote = quote.id();
        entity.tenant = quote.tenant().value();
        entity.createdAt = quote.createdAt();
        entity.validUntil = quote.validUntil();
        for (QuotedInstance instance : quote.instances()) {
            entity.lines.add(QuoteLineEntity.of(entity, entity.lines.size(), instance));
        }
        return entity;
    }

    Quote quote() {
        return new Quote(
                quote,
                new TenantId(tenant),
                createdAt,
                validUntil,
                lines.stream().map(QuoteLineEntity::instance).toList());
    }
}

package org.entente.billing.rating;

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
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PricingUnit;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code billing.charge}. */
@Entity
@Immutable
@Table(schema = "billing", name = "charge")
class ChargeEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "charge_id")
    @SequenceGenerator(name = "charge_id", schema = "billing", sequenceName = "charge_id")
    Long id;

    @Column(name = "usage_position")
    long usagePosition;

    @Enumerated(EnumType.STRING)
    Side side;

    String contract;

    @Nullable @Column(name = "agreement_version")
    String agreementVersion;

    @Nullable String partner;

    String instance;
    String operator;
    String site;

    @Enumerated(EnumType.STRING)
    Technology technology;

    @Enumerated(EnumType.STRING)
    Meter meter;

    @Column(name = "price_line")
    String priceLine;

    @Nullable @Enumerated(EnumType.STRING)
    @Column(name = "line_technology")
    Technology lineTechnology;

    @Column(name = "unit_price", precision = 38, scale = 14)
    BigDecimal unitPrice;

    String currency;

    @Enumerated(EnumType.STRING)
    PricingUnit per;

    @Nullable @Column(name = "line_terms")
    String lineTerms;

    int part;

    String period;

    @Column(name = "billed_in")
    String billedIn;

    @Column(name = "used_from")
    Instant usedFrom;

    @Column(name = "used_to")
    Instant usedTo;

    @Column(name = "used_before", precision = 38, scale = 9)
    BigDecimal usedBefore;

    @Column(precision = 38, scale = 9)
    BigDecimal quantity;

    @Column(precision = 38, scale = 14)
    BigDecimal amount;

    @Column(name = "rated_at")
    Instant ratedAt;
}

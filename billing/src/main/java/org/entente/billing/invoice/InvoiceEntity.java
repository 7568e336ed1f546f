package org.entente.billing.invoice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code billing.invoice} with its lines. Only the answer may change. */
@Entity
@Table(schema = "billing", name = "invoice")
class InvoiceEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_id")
    @SequenceGenerator(name = "invoice_id", schema = "billing", sequenceName = "invoice_id")
    Long id;

    @Column(updatable = false)
    String issuer;

    @Column(updatable = false)
    String number;

    @Column(name = "buyer_kind", updatable = false)
    String buyerKind;

    @Column(updatable = false)
    String buyer;

    @Nullable @Column(updatable = false)
    String agreement;

    @Nullable @Column(updatable = false)
    UUID statement;

    @Column(updatable = false)
    String period;

    @Column(name = "period_from", updatable = false)
    Instant periodFrom;

    @Column(name = "period_to", updatable = false)
    Instant periodTo;

    @Column(name = "issue_date", updatable = false)
    LocalDate issueDate;

    @Column(name = "due_date", updatable = false)
    LocalDate dueDate;

    @Column(updatable = false)
    String currency;

    @Column(updatable = false, precision = 38, scale = 14)
    BigDecimal net;

    @Column(name = "tax_percent", updatable = false, precision = 9, scale = 4)
    BigDecimal taxPercent;

    @Column(updatable = false, precision = 38, scale = 14)
    BigDecimal tax;

    @Column(updatable = false, precision = 38, scale = 14)
    BigDecimal payable;

    @Nullable @Column(updatable = false)
    String hash;

    @Nullable @Column(updatable = false)
    String document;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Enumerated(EnumType.STRING)
    InvoiceState state;

    @Nullable @Column(name = "answered_at")
    Instant answeredAt;

    @Nullable String answer;

    @Version
    int version;

    @ElementCollection
    @CollectionTable(schema = "billing", name = "invoice_line", joinColumns = @JoinColumn(name = "invoice"))
    @OrderBy("number")
    List<InvoiceLinePart> lines = new ArrayList<>();
}

package org.entente.billing.ledger;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code billing.journal_entry} with its postings. */
@Entity
@Immutable
@Table(schema = "billing", name = "journal_entry")
class JournalEntryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "journal_entry_id")
    @SequenceGenerator(name = "journal_entry_id", schema = "billing", sequenceName = "journal_entry_id")
    Long id;

    @Column(name = "booked_on")
    LocalDate bookedOn;

    String period;
    String document;

    @Nullable String instance;

    String description;

    @ElementCollection
    @CollectionTable(schema = "billing", name = "posting", joinColumns = @JoinColumn(name = "entry"))
    @OrderColumn(name = "line")
    List<PostingPart> postings = new ArrayList<>();
}

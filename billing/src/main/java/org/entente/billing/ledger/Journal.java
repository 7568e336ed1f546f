package org.entente.billing.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;

/** The books. Entries are only ever added, in the transaction of what they record. */
@ApplicationScoped
public class Journal implements PanacheRepository<JournalEntryEntity> {
    private static final String OF_PERIOD = "period = ?1 and id > ?2 order by id";

    /** Books one entry. A document that was booked before fails the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void book(JournalEntry entry) {
        JournalEntryEntity row = new JournalEntryEntity();
        row.bookedOn = entry.bookedOn();
        row.period = entry.period().toString();
        row.document = entry.document();
        row.instance = entry.instance().map(InstanceId::value).orElse(null);
        row.description = entry.description();
        entry.postings().forEach(posting -> row.postings.add(PostingPart.of(posting)));
        persist(row);
    }

    /** The next entries of a period with numbers greater than the one given, at most so many. */
    @Transactional
    public List<Booked> entries(YearMonth period, long after, int limit) {
        return find(OF_PERIOD, period.toString(), after).page(Page.ofSize(limit)).stream()
                .map(row -> new Booked(row.id, entry(row)))
                .toList();
    }

    /** An entry with its number, which is greater than that of some earlier ones and names it for paging. */
    public record Booked(long number, JournalEntry entry) {}

    private static JournalEntry entry(JournalEntryEntity row) {
        return new JournalEntry(
                row.bookedOn,
                YearMonth.parse(row.period),
                row.document,
                Optional.ofNullable(row.instance).map(InstanceId::new),
                row.description,
                row.postings.stream().map(PostingPart::posting).toList());
    }
}

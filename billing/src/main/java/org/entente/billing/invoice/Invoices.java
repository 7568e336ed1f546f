package org.entente.billing.invoice;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;
import org.entente.billing.invoice.StoredInvoice.Heading;
import org.jspecify.annotations.Nullable;

/** The invoices that were issued or received. */
@ApplicationScoped
public class Invoices implements PanacheRepository<InvoiceEntity> {
    private static final int ANSWER_LENGTH_MAX = 1024;
    private static final String NEXT_NUMBER = "insert into billing.invoice_number (year, last) values (?1, 1)"
            + " on conflict (year) do update set last = invoice_number.last + 1 returning last";

    /** The invoice for an agreement's period. */
    @Transactional
    public Optional<StoredInvoice> underAgreement(AgreementId agreement, YearMonth period) {
        return find("agreement = ?1 and period = ?2", agreement.value(), period.toString())
                .firstResultOptional()
                .map(Invoices::invoice);
    }

    /** The invoice with a number. Numbers start with their issuer's id, so they do not clash between honest issuers. */
    @Transactional
    public Optional<StoredInvoice> numbered(String number) {
        return find("number = ?1 order by id", number)
                .page(Page.ofSize(1))
                .firstResultOptional()
                .map(Invoices::invoice);
    }

    /** A page of a period's invoices, issued and received, by issuer, then number. */
    @Transactional
    public List<StoredInvoice> ofPeriod(YearMonth period, Page page) {
        return find("period = ?1 order by issuer, number", period.toString()).page(page).stream()
                .map(Invoices::invoice)
                .toList();
    }

    /** A page of a period's invoices by one issuer, by number. */
    @Transactional
    public List<StoredInvoice> issuedBy(OperatorId issuer, YearMonth period, Page page) {
        return find("issuer = ?1 and period = ?2 order by number", issuer.value(), period.toString())
                .page(page)
                .stream()
                .map(Invoices::invoice)
                .toList();
    }

    /** The signed document of an invoice between operators. */
    @Transactional
    Optional<String> document(String number) {
        return find("number = ?1 and document is not null order by id", number)
                .page(Page.ofSize(1))
                .firstResultOptional()
                .map(row -> row.document);
    }

    /** Our next number of a year. It is given back with the transaction if that fails, so no number is ever missing. */
    String nextNumber(OperatorId issuer, int year) {
        Number next = (Number) getEntityManager()
                .createNativeQuery(NEXT_NUMBER)
                .setParameter(1, year)
                .getSingleResult();
        return "%s-%d-%06d".formatted(issuer.value().toUpperCase(Locale.ROOT), year, next.intValue());
    }

    void add(StoredInvoice invoice, @Nullable VerifiedDocument<Invoice> document, Instant at) {
        InvoiceEntity row = new InvoiceEntity();
        Heading heading = invoice.heading();
        row.issuer = heading.issuer().value();
        row.number = heading.number();
        row.period = heading.period().toString();
        row.periodFrom = heading.window().from();
        row.periodTo = heading.window().to();
        row.issueDate = heading.issued();
        row.dueDate = heading.due();
        row.madeAt = at;
        row.state = invoice.state();
        buyer(row, invoice.buyer());
        amounts(row, invoice.bill());
        if (document != null) {
            row.hash = document.hash().value();
            row.document = SignedDocumentJson.write(document.signed());
        }
        persist(row);
    }

    void answered(VerifiedDocument<Invoice> sent, InvoiceState state, String answer, Instant at) {
        InvoiceEntity row = find("hash = ?1", sent.hash().value()).singleResult();
        row.state = state;
        row.answeredAt = at;
        row.answer = answer.substring(0, Math.min(answer.length(), ANSWER_LENGTH_MAX));
    }

    private static void buyer(InvoiceEntity row, Buyer buyer) {
        row.buyer = buyer.id();
        switch (buyer) {
            case Buyer.Partner partner -> {
                row.buyerKind = "OPERATOR";
                row.agreement = partner.agreement().value();
                row.statement = partner.statement();
            }
            case Buyer.Customer customer -> row.buyerKind = "TENANT";
        }
    }

    private static void amounts(InvoiceEntity row, Bill bill) {
        row.currency = bill.tax().currency().getCurrencyCode();
        row.net = bill.net().amount();
        row.taxPercent = bill.taxPercent();
        row.tax = bill.tax().amount();
        row.payable = bill.payable().amount();
        bill.lines().forEach(line -> row.lines.add(InvoiceLinePart.of(line)));
    }

    private static StoredInvoice invoice(InvoiceEntity row) {
        Currency currency = Currency.getInstance(row.currency);
        return new StoredInvoice(
                new Heading(
                        row.number,
                        new OperatorId(row.issuer),
                        YearMonth.parse(row.period),
                        new Window(row.periodFrom, row.periodTo),
                        row.issueDate,
                        row.dueDate),
                buyer(row),
                new Bill(
                        row.lines.stream().map(line -> line.line(currency)).toList(),
                        plain(row.taxPercent),
                        new Money(currency, row.tax)),
                row.state,
                Optional.ofNullable(row.answer).filter(answer -> !answer.isEmpty()));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static Buyer buyer(InvoiceEntity row) {
        String agreement = row.agreement;
        UUID statement = row.statement;
        return agreement == null || statement == null
                ? new Buyer.Customer(new TenantId(row.buyer))
                : new Buyer.Partner(new OperatorId(row.buyer), new AgreementId(agreement), statement);
    }
}

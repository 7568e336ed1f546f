package org.entente.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.BOREAL_NORD;
import static org.entente.billing.Samples.DECEMBER;
import static org.entente.billing.Samples.PARIS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;
import org.entente.billing.Samples;
import org.entente.billing.invoice.StoredInvoice.Heading;
import org.entente.billing.ledger.JournalEntry;
import org.entente.billing.ledger.Posting;

class BillPropertyTest {
    private static final AgreementId WINTER = new AgreementId("winter");

    @Property(tries = 300)
    void linesSumToTheChargesRoundedOnce(
            @ForAll("items") List<InvoiceItem> items,
            @ForAll("modes") RoundingMode mode,
            @ForAll @BigRange(min = "0", max = "30") @Scale(2) BigDecimal percent) {
        Bill bill = Bill.of(items, mode, percent);

        Money charges =
                items.stream().map(InvoiceItem::exact).reduce(Money::plus).orElseThrow();
        Money lines = bill.lines().stream()
                .map(InvoiceLine::amount)
                .reduce(Money::plus)
                .orElseThrow();
        assertThat(bill.exact()).isEqualTo(charges);
        assertThat(lines).isEqualTo(charges.rounded(mode));
        assertThat(bill.payable()).isEqualTo(lines.plus(bill.tax()));
        assertThat(bill.tax().rounded(RoundingMode.UNNECESSARY)).isEqualTo(bill.tax());
    }

    @Property(tries = 300)
    void orderOfTheLinesChangesNoTotal(
            @ForAll("items") List<InvoiceItem> items,
            @ForAll("modes") RoundingMode mode,
            @ForAll @BigRange(min = "0", max = "30") @Scale(2) BigDecimal percent,
            @ForAll Random order) {
        List<InvoiceItem> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, order);

        Bill bill = Bill.of(items, mode, percent);
        Bill other = Bill.of(shuffled, mode, percent);

        assertThat(other.net()).isEqualTo(bill.net());
        assertThat(other.tax()).isEqualTo(bill.tax());
        assertThat(other.payable()).isEqualTo(bill.payable());
    }

    @Property(tries = 100)
    void sameChargesGiveTheSameBytes(@ForAll("items") List<InvoiceItem> items, @ForAll("modes") RoundingMode mode) {
        assertThat(bytes(Bill.of(items, mode, BigDecimal.TEN)))
                .isEqualTo(bytes(Bill.of(List.copyOf(items), mode, BigDecimal.TEN)));
    }

    /** The entries themselves refuse to be made where they do not balance. */
    @Property(tries = 200)
    void invoiceClearsExactlyWhatWasUnbilledAtBoth(
            @ForAll("items") List<InvoiceItem> items,
            @ForAll("modes") RoundingMode mode,
            @ForAll @BigRange(min = "0", max = "30") @Scale(2) BigDecimal percent) {
        StoredInvoice invoice = invoice(Bill.of(items, mode, percent));
        Money exact = invoice.bill().exact();

        assertThat(balance(InvoicePostings.issued(invoice), "receivable:unbilled:operator:alba"))
                .isEqualTo(exact.negated());
        assertThat(balance(InvoicePostings.received(invoice, exact), "payable:unbilled:operator:boreal"))
                .isEqualTo(exact);
    }

    @Provide
    Arbitrary<List<InvoiceItem>> items() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("50000000"))
                .ofScale(9)
                .map(quantity -> KnownInvoices.item(
                        "vm-1", BOREAL_NORD, Technology.OPENSTACK, Samples.VM_VCPU, quantity.toPlainString()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    private static Money balance(JournalEntry entry, String account) {
        return entry.postings().stream()
                .filter(posting -> posting.account().name().equals(account))
                .map(Posting::amount)
                .reduce(Money.zero(Samples.EURO), Money::plus);
    }

    private static byte[] bytes(Bill bill) {
        return DocumentCodec.write(new Document<>(
                new DocumentId(new UUID(0, 1)),
                BOREAL,
                ALBA,
                Instant.EPOCH,
                List.of(DocumentHash.of("statement")),
                InvoiceDocument.of(invoice(bill).heading(), WINTER, bill)));
    }

    private static StoredInvoice invoice(Bill bill) {
        return new StoredInvoice(
                new Heading(
                        "BOREAL-2027-000001",
                        BOREAL,
                        DECEMBER,
                        PARIS.window(DECEMBER),
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 2, 3)),
                new Buyer.Partner(ALBA, WINTER, new UUID(0, 1)),
                bill,
                InvoiceState.SENT,
                Optional.empty());
    }
}

package org.entente.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.billing.Samples.euro;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Technology;
import org.entente.billing.Samples;
import org.junit.jupiter.api.Test;

class BillTest {
    @Test
    void missingCoinGoesToTheLineThatLostMost() {
        // 3 x 0.335 = 1.005, so 1.01; each rounds down to 0.33 = 0.99, two coins are missing, the first two lines get
        // them.
        Bill bill = bill(BigDecimal.ZERO, "0.335", "0.335", "0.335");

        assertThat(bill.lines())
                .extracting(InvoiceLine::amount)
                .containsExactly(euro("0.34"), euro("0.34"), euro("0.33"));
        assertThat(bill.net()).isEqualTo(euro("1.01"));
    }

    @Test
    void taxIsTakenOfTheRoundedSumOnce() {
        // 0.05 + 0.05 = 0.10; 25 % are 0.025, so 0.03 by half-up. By line it would be 0.01 + 0.01.
        Bill bill = bill(BigDecimal.valueOf(25), "0.05", "0.05");

        assertThat(bill.tax()).isEqualTo(euro("0.03"));
        assertThat(bill.payable()).isEqualTo(euro("0.13"));
    }

    @Test
    void pricingQuantityIsInUnitsOfThePrice() {
        // 864007 s × 0.018 EUR / 3600 s
        InvoiceLine line = bill(BigDecimal.ZERO, "4.320035").lines().getFirst();

        assertThat(line.pricingQuantity()).isEqualByComparingTo("240.00194444444444");
        assertThat(line.description()).isEqualTo("vm-1 at boreal/nord: vcpu, 864007 vCPU-seconds");
    }

    @Test
    void whatIsNoUnitsAtAPriceIsBilledAsAWhole() {
        InvoiceLine line = bill(BigDecimal.ZERO, "4").lines().getFirst();

        assertThat(line.pricingQuantity()).isEqualByComparingTo("1");
        assertThat(line.price()).isEqualByComparingTo("4");
    }

    @Test
    void billWithoutLinesCannotBeMade() {
        assertThatThrownBy(() -> new Bill(List.of(), BigDecimal.ZERO, euro("0")))
                .hasMessage("A bill must have at least one line");
    }

    private static Bill bill(BigDecimal taxPercent, String... exact) {
        return Bill.of(Stream.of(exact).map(BillTest::item).toList(), RoundingMode.HALF_UP, taxPercent);
    }

    private static InvoiceItem item(String exact) {
        return new InvoiceItem(
                new InstanceId("vm-1"),
                Samples.BOREAL_NORD,
                Optional.of(Technology.OPENSTACK),
                Samples.VM_VCPU,
                Samples.seconds(Meter.VCPU, "864007"),
                euro(exact));
    }
}

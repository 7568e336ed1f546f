package org.entente.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** Two invoices that were computed with pencil and paper. */
class GoldenInvoiceTest {
    @Test
    void invoiceToAPartner() {
        // pods-1:  180003.5 s / 3600 = 50.000972222... h x 0.021  =  1.050020416666...
        // vm-1:  10713600 s / 3600 = 2976 h x 0.0045              = 13.392
        // vm-1:   5356800 s / 3600 = 1488 h x 0.018               = 26.784
        // Together 41.226020416666..., so 41.23 by half-up. Down to cents: 1.05 + 13.39 + 26.78 = 41.22. The cent that
        // is
        // missing goes to the vCPUs of vm-1, which lost most: 0.4 of a cent.
        Bill bill = KnownInvoices.toPartner("0").bill();

        assertThat(bill.lines())
                .extracting(
                        line -> line.pricingQuantity().toPlainString(),
                        line -> line.item().exact().text(),
                        line -> line.amount().inCoins())
                .containsExactly(
                        tuple("50.00097222222222", "1.05002041666667", "1.05"),
                        tuple("2976", "13.392", "13.39"),
                        tuple("1488", "26.784", "26.79"));
        assertThat(bill.exact().text()).isEqualTo("41.22602041666667");
        assertThat(bill.net().inCoins()).isEqualTo("41.23");
        assertThat(bill.tax().inCoins()).isEqualTo("0.00");
        assertThat(bill.payable().inCoins()).isEqualTo("41.23");
    }

    @Test
    void invoiceToATenant() {
        // pods-1:  180003.5 s / 3600 h x 0.03 =  1.500029166666...
        // vm-1:  5356800 s / 3600 h x 0.03    = 44.64
        // vm-2:  12.345678901 GiB x 0.05      =  0.61728394505
        // Together 46.757313111716..., so 46.76. Down to cents: 1.50 + 44.64 + 0.61 = 46.75; the traffic lost most.
        // 20 % of 46.76 are 9.352, so 9.35; together 56.11.
        Bill bill = KnownInvoices.toTenant("20").bill();

        assertThat(bill.lines()).extracting(line -> line.amount().inCoins()).containsExactly("1.50", "44.64", "0.62");
        assertThat(bill.exact().text()).isEqualTo("46.75731311171667");
        assertThat(bill.net().inCoins()).isEqualTo("46.76");
        assertThat(bill.tax().inCoins()).isEqualTo("9.35");
        assertThat(bill.payable().inCoins()).isEqualTo("56.11");
    }
}

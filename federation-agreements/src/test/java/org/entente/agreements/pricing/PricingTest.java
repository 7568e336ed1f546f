package org.entente.agreements.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final PriceLine THIRD_OF_A_CENT =
            new PriceLine("vcpu", Meter.VCPU, Optional.empty(), Money.of("EUR", "0.01"), PricingUnit.HOUR);

    @Test
    void aMonthOfOneVcpuCostsItsHours() {
        // 30 days × 24 hours × 0.01 EUR = 7.20 EUR
        assertThat(Pricing.total(THIRD_OF_A_CENT, seconds(30L * 24 * 3600))).isEqualTo(Money.of("EUR", "7.2"));
    }

    @Test
    void aSecondOfAnHourlyPriceIsRoundedFarBelowTheCoin() {
        // 0.01 EUR / 3600 = 0.0000027777777777… EUR
        assertThat(Pricing.total(THIRD_OF_A_CENT, seconds(1)).text()).isEqualTo("0.00000277777778");
    }

    private static Quantity seconds(long seconds) {
        return new Quantity(Meter.VCPU, BigDecimal.valueOf(seconds));
    }
}

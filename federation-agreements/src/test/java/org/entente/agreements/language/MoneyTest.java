package org.entente.agreements.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.of("EUR", "1").plus(Money.of("NOK", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("EUR", "1").compareTo(Money.of("NOK", "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsToTheCoinsOfItsCurrency() {
        assertThat(Money.of("EUR", "1.005").rounded(RoundingMode.HALF_EVEN).inCoins())
                .isEqualTo("1.00");
        assertThat(Money.of("JPY", "1.5").rounded(RoundingMode.HALF_EVEN).inCoins())
                .isEqualTo("2");
    }

    @Test
    void neverShowsFewerDigitsThanItHas() {
        assertThatThrownBy(() -> Money.of("EUR", "1.005").inCoins()).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of("EUR", "1.00500000000001").text()).isEqualTo("1.00500000000001");
    }

    @Test
    void refusesMoreDigitsThanItHolds() {
        assertThatThrownBy(() -> Money.of("EUR", "0.000000000000001")).isInstanceOf(ArithmeticException.class);
    }
}

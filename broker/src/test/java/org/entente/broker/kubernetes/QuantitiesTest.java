package org.entente.broker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuantitiesTest {
    @Test
    void bytesAreToldInMillionthsOfAGibAndNeverAsMoreThanThereIs() {
        assertThat(Quantities.gibOf(new BigDecimal("67612450816"))).isEqualByComparingTo("62.969001");
        assertThat(Quantities.gibOf(new BigDecimal("1073741823"))).isEqualByComparingTo("0.999999");
        assertThat(Quantities.gibOf(new BigDecimal("1073741824"))).hasToString("1");
    }
}

package org.entente.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.euro;

import java.util.List;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.PriceLine;
import org.entente.billing.Samples;
import org.junit.jupiter.api.Test;

class SharedTotalsTest {
    private static final PriceLine TOGETHER = Samples.VM_VCPU.under(Conditions.NONE.counted(Counting.TOGETHER));

    @Test
    void sharesByQuantityWhoeverWasChargedFirst() {
        List<ChargeTotal> oneWay = List.of(total("a", TOGETHER, "100", "0.9"), total("b", TOGETHER, "200", "0.1"));
        List<ChargeTotal> otherWay = List.of(total("a", TOGETHER, "100", "0.2"), total("b", TOGETHER, "200", "0.8"));

        // 1.00 by 100 : 200, to fourteen places
        assertThat(SharedTotals.of(oneWay))
                .extracting(ChargeTotal::amount)
                .containsExactly(euro("0.33333333333333"), euro("0.66666666666667"));
        assertThat(SharedTotals.of(otherWay)).isEqualTo(SharedTotals.of(oneWay));
    }

    @Test
    void leavesAloneWhatCountsByItself() {
        List<ChargeTotal> totals =
                List.of(total("a", Samples.VM_VCPU, "100", "0.9"), total("b", Samples.VM_VCPU, "200", "0.1"));

        assertThat(SharedTotals.of(totals)).isEqualTo(totals);
    }

    private static ChargeTotal total(String instance, PriceLine line, String seconds, String amount) {
        Money charged = euro(amount);
        return new ChargeTotal(
                new InstanceId(instance),
                Samples.BOREAL_NORD,
                Technology.OPENSTACK,
                line,
                Samples.seconds(Meter.VCPU, seconds),
                charged);
    }
}

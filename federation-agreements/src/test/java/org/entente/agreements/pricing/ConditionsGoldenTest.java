package org.entente.agreements.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreements.pricing.Lines.euro;
import static org.entente.agreements.pricing.Lines.held;
import static org.entente.agreements.pricing.Lines.hourly;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.entente.agreements.language.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees, commitments, minimums, discounts and granularity, worked out by hand. */
class ConditionsGoldenTest {
    @ParameterizedTest(name = "{0} s by the {1} are billed as {2} s")
    @CsvSource({
        "3599, HOUR,   3600",
        "3600, HOUR,   3600",
        "3601, HOUR,   7200",
        "59,   MINUTE, 60",
        "60,   MINUTE, 60",
        "61,   MINUTE, 120",
        "61,   SECOND, 61"
    })
    void runningTimeIsRoundedUp(long ran, Granularity granularity, long billed) {
        PriceLine line = hourly("vcpu", "0.36").under(Conditions.NONE.roundedTo(granularity));

        assertThat(Pricing.billed(line, held(Duration.ofSeconds(ran)))).isEqualTo(Lines.vcpuSeconds(billed));
    }

    @Test
    void aSecondRecordWithinAnHourThatIsPaidCostsNothing() {
        PriceLine line = hourly("vcpu", "0.36").under(Conditions.NONE.roundedTo(Granularity.HOUR));
        RunningTotal before = RunningTotal.none(Meter.VCPU).plus(held(Duration.ofMinutes(20)));

        // 20 min are billed as 1 h = 0.36; 50 min are still 1 h; 70 min are 2 h = 0.72
        assertThat(Pricing.total(line, before)).isEqualTo(euro("0.36"));
        assertThat(Pricing.charge(line, before, held(Duration.ofMinutes(30)))).isEqualTo(euro("0"));
        assertThat(Pricing.charge(line, before, held(Duration.ofMinutes(50)))).isEqualTo(euro("0.36"));
    }

    @Test
    void theStartFeeIsOwedOnceForAnInstanceEvenInALaterPeriod() {
        PriceLine line = hourly("vcpu", "0.1").under(Conditions.NONE.withStartFee(euro("0.5")));
        RunningTotal laterPeriod = new RunningTotal(Used.nothing(Meter.VCPU), Lines.vcpuSeconds(0), true);

        // 0.50 + 1 h × 0.10, then only 1 h × 0.10
        assertThat(Pricing.charge(line, RunningTotal.none(Meter.VCPU), held(Duration.ofHours(1))))
                .isEqualTo(euro("0.6"));
        assertThat(Pricing.charge(line, laterPeriod, held(Duration.ofHours(1)))).isEqualTo(euro("0.1"));
    }

    @Test
    void theMinimumIsOwedFromTheFirstUseAndUsedUp() {
        PriceLine line = hourly("vcpu", "0.1").under(Conditions.NONE.withMinimum(euro("1")));

        // 1 h = 0.10 < 1.00; 10 h = 1.00; 11 h = 1.10
        assertThat(Pricing.total(line, Lines.vcpuSeconds(0))).isEqualTo(euro("0"));
        assertThat(Pricing.total(line, Lines.vcpuSeconds(3600))).isEqualTo(euro("1"));
        assertThat(Pricing.total(line, Lines.vcpuSeconds(36_000))).isEqualTo(euro("1"));
        assertThat(Pricing.total(line, Lines.vcpuSeconds(39_600))).isEqualTo(euro("1.1"));
    }

    @Test
    void aCommitmentIsUsedUpInTheMiddleOfARecord() {
        PriceLine line = hourly("vcpu", "0.1")
                .under(Conditions.NONE.withCommitment(new Commitment(new BigDecimal("10"), euro("0.7"))));
        RunningTotal nineHours = RunningTotal.none(Meter.VCPU).plus(held(Duration.ofHours(9)));

        // 9 h of the 10 bought for 0.70 are drawn down; of the next 3 h one is still covered and two cost 0.10 each
        assertThat(Pricing.total(line, nineHours)).isEqualTo(euro("0.7"));
        assertThat(Pricing.charge(line, nineHours, held(Duration.ofHours(3)))).isEqualTo(euro("0.2"));
    }

    @Test
    void tiersBeginAboveTheCommitment() {
        PriceLine line = hourly("vcpu", "0")
                .by(new PriceScheme.Graduated(List.of(Tier.upTo("5", euro("0.1")), Tier.beyond(euro("0.05")))))
                .under(Conditions.NONE.withCommitment(new Commitment(new BigDecimal("10"), euro("0.7"))));

        // 17 h: 10 bought for 0.70, 5 × 0.10, 2 × 0.05 = 0.70 + 0.50 + 0.10
        assertThat(Pricing.total(line, Lines.vcpuSeconds(17 * 3600))).isEqualTo(euro("1.3"));
    }

    @Test
    void theDiscountIsTakenOffTheSchemeOnly() {
        PriceLine line = hourly("vcpu", "0.1")
                .under(Conditions.NONE
                        .discounted("12.5")
                        .withStartFee(euro("0.5"))
                        .withCommitment(new Commitment(new BigDecimal("10"), euro("0.7"))));

        // 18 h: start fee 0.50, commitment 0.70, 8 h × 0.10 × 0.875 = 0.70
        assertThat(Pricing.charge(line, RunningTotal.none(Meter.VCPU), held(Duration.ofHours(18))))
                .isEqualTo(euro("1.9"));
    }

    @Test
    void instancesCountedTogetherGoOnWhereTheOthersAre() {
        PriceLine line = hourly("vcpu", "0")
                .by(new PriceScheme.Graduated(List.of(Tier.upTo("10", euro("0.1")), Tier.beyond(euro("0.05")))))
                .under(Conditions.NONE.counted(Counting.TOGETHER).roundedTo(Granularity.HOUR));
        RunningTotal others = new RunningTotal(Used.nothing(Meter.VCPU), Lines.vcpuSeconds(9 * 3600), false);

        // The others are billed 9 h. 1.5 h are rounded up to 2 h: one in the first tier, one in the second
        assertThat(Pricing.charge(line, others, held(Duration.ofMinutes(90)))).isEqualTo(euro("0.15"));
    }
}

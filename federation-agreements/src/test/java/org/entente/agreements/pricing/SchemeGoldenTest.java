package org.entente.agreements.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.entente.agreements.pricing.Lines.euro;
import static org.entente.agreements.pricing.Lines.gib;
import static org.entente.agreements.pricing.Lines.sent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices worked out by hand: the computation stands beside each. */
class SchemeGoldenTest {
    private static final List<Tier> TIERS =
            List.of(Tier.upTo("10", euro("0.09")), Tier.upTo("100", euro("0.05")), Tier.beyond(euro("0.02")));

    @ParameterizedTest(name = "{0} GiB cost {1}: {2}")
    @CsvSource({
        "0,            0,             nothing",
        "9.999999999,  0.89999999991, 9.999999999 × 0.09",
        "10,           0.9,           10 × 0.09",
        "10.000000001, 0.90000000005, 0.90 + 0.000000001 × 0.05",
        "99,           5.35,          0.90 + 89 × 0.05 = 0.90 + 4.45",
        "100,          5.4,           0.90 + 90 × 0.05 = 0.90 + 4.50",
        "101,          5.42,          5.40 + 1 × 0.02",
        "1000,         23.4,          5.40 + 900 × 0.02 = 5.40 + 18.00"
    })
    void graduatedTiersPriceWhatLiesWithinThem(String used, String price, String how) {
        assertThat(Pricing.total(sent(new PriceScheme.Graduated(TIERS)), gib(used)))
                .as(how)
                .isEqualTo(euro(price));
    }

    @ParameterizedTest(name = "{0} GiB cost {1}: {2}")
    @CsvSource({
        "9.999999999,  0.89999999991, 9.999999999 × 0.09",
        "10,           0.9,           10 × 0.09: the edge belongs to the tier below it",
        "10.000000001, 0.50000000005, 10.000000001 × 0.05: the price drops",
        "100,          5,             100 × 0.05",
        "100.000000001, 2.00000000002, 100.000000001 × 0.02"
    })
    void theVolumeTierThatIsReachedPricesAll(String used, String price, String how) {
        assertThat(Pricing.total(sent(new PriceScheme.Volume(TIERS)), gib(used)))
                .as(how)
                .isEqualTo(euro(price));
    }

    @ParameterizedTest(name = "{0} GiB cost {1}: {2}")
    @CsvSource({
        "0,            0,   nothing begun",
        "0.000000001,  1.5, 1 package begun",
        "49.999999999, 1.5, 1 package",
        "50,           1.5, exactly 1 package",
        "50.000000001, 3,   the second is begun",
        "151,          6,   4 packages begun"
    })
    void aPackageThatIsBegunIsOwed(String used, String price, String how) {
        assertThat(Pricing.total(sent(new PriceScheme.Packages(new BigDecimal("50"), euro("1.5"))), gib(used)))
                .as(how)
                .isEqualTo(euro(price));
    }

    @Test
    void tiersOfAnHourlyPriceHaveTheirEdgesInHours() {
        PriceLine line = Lines.hourly("vcpu", "0")
                .by(new PriceScheme.Graduated(List.of(Tier.upTo("100", euro("0.02")), Tier.beyond(euro("0.01")))));

        // 100 h × 0.02 + 1 s × 0.01 / 3600 = 2.00 + 0.000002777777777… = 2.00000277777778 to fourteen places
        assertThat(Pricing.total(line, Lines.vcpuSeconds(360_001))).isEqualTo(euro("2.00000277777778"));
    }

    @Test
    void aVolumeDiscountMakesTheChargeThatPassesTheEdgeNegative() {
        PriceLine line = sent(new PriceScheme.Volume(TIERS));
        Used nine = new Used(gib("9"), Duration.ofDays(1));
        Used two = new Used(gib("2"), Duration.ofDays(1));

        Money charge = Pricing.charge(line, RunningTotal.none(Meter.BYTES_OUT).plus(nine), two);

        // 11 × 0.05 - 9 × 0.09 = 0.55 - 0.81
        assertThat(charge).isEqualTo(euro("-0.26"));
    }

    @Test
    void aCurrencyWithoutMinorUnitsIsExactUntilTheInvoice() {
        PriceLine line = new PriceLine("vcpu", Meter.VCPU, Optional.empty(), Money.of("JPY", "2"), PricingUnit.HOUR);

        // 5 400 s are 1.5 h × 2 JPY = 3 JPY; 900 s are 0.25 h × 2 JPY = 0.5 JPY, which half-even makes no yen
        assertThat(Pricing.total(line, Lines.vcpuSeconds(5_400)).inCoins()).isEqualTo("3");
        Money half = Pricing.total(line, Lines.vcpuSeconds(900));
        assertThat(half).isEqualTo(Money.of("JPY", "0.5"));
        assertThat(half.rounded(RoundingMode.HALF_EVEN).inCoins()).isEqualTo("0");
    }

    @Test
    void aLeapYearsFebruaryHasADayMore() {
        // 29 days × 24 h × 0.01 EUR = 6.96 EUR
        assertThat(Quoting.price(
                        new RateCard(Currency.getInstance("EUR"), List.of(Lines.hourly("vcpu", "0.01"))),
                        Lines.VM_VCPU,
                        BigDecimal.ONE,
                        Lines.window("2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z"),
                        ZoneOffset.UTC))
                .isEqualTo(euro("6.96"));
    }

    @Test
    void refusesTheQuantityOfAnotherMeter() {
        assertThat(catchThrowable(() -> Pricing.total(Lines.hourly("vcpu", "1"), Quantity.none(Meter.MEMORY))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prices VCPU, not MEMORY");
    }
}

package org.entente.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.agreements.language.Money;
import org.entente.billing.Samples;

class CoinAllocationPropertyTest {
    private static final BigDecimal COIN = new BigDecimal("0.01");

    @Property(tries = 500)
    void coinsSumToTheRoundedTotalAndNoLineMovesByACoin(
            @ForAll("amounts") List<Money> exact, @ForAll("modes") RoundingMode mode) {
        List<Money> coins = CoinAllocation.allocate(exact, mode);

        assertThat(CoinAllocation.sum(coins))
                .isEqualTo(CoinAllocation.sum(exact).rounded(mode));
        for (int line = 0; line < exact.size(); line++) {
            assertThat(coins.get(line).minus(exact.get(line)).amount().abs()).isLessThan(COIN);
            assertThat(coins.get(line).rounded(RoundingMode.UNNECESSARY)).isEqualTo(coins.get(line));
        }
    }

    @Property(tries = 200)
    void wholeCoinsStayAsTheyAre(@ForAll("coins") List<Money> exact, @ForAll("modes") RoundingMode mode) {
        assertThat(CoinAllocation.allocate(exact, mode)).isEqualTo(exact);
    }

    @Provide
    Arbitrary<List<Money>> amounts() {
        return money(14).list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Money>> coins() {
        return money(2).list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    private static Arbitrary<Money> money(int places) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("100000"))
                .ofScale(places)
                .map(amount -> new Money(Samples.EURO, amount));
    }
}

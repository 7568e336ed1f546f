package org.entente.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.euro;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.Granularity;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PriceScheme;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Tier;
import org.entente.billing.PostgresResource;
import org.entente.billing.Samples;
import org.entente.billing.ledger.BookedReceivables;
import org.entente.metering.record.UsageRecord;
import org.junit.jupiter.api.Test;

/** Running totals go on from the stored charges as if there had been one batch. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ChargedBeforeTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final Seals NONE = (side, contract, period) -> false;

    @Inject
    ChargedBefore before;

    @Inject
    Charges charges;

    @Inject
    BookedReceivables receivables;

    @Test
    void batchesOfOneChargeWhatOneBatchDoes() {
        AgreementId agreement = new AgreementId("tiers-by-instance");
        PriceLine line =
                tiered().under(Conditions.NONE.roundedTo(Granularity.HOUR).withStartFee(euro("0.25")));

        // vm-1 runs 3 × 90 min = 4.5 h, billed 5 h: 0.25 + 2 × 0.10 + 3 × 0.05; vm-2 the same
        assertThat(rated(agreement, line)).isEqualTo(euro("1.2"));
    }

    @Test
    void instancesCountedTogetherGoOnFromEachOther() {
        AgreementId agreement = new AgreementId("tiers-together");
        PriceLine line =
                tiered().under(Conditions.NONE.roundedTo(Granularity.HOUR).counted(Counting.TOGETHER));

        // 5 h + 5 h: 2 × 0.10 + 8 × 0.05
        assertThat(rated(agreement, line)).isEqualTo(euro("0.6"));
        assertThat(charges.totals(Side.SOLD, agreement.value(), Samples.DECEMBER))
                .extracting(ChargeTotal::amount)
                .containsExactly(euro("0.3"), euro("0.3"));
    }

    @Test
    void aLineWithTiersComesBackAsItWas() {
        AgreementId agreement = new AgreementId("tiers-kept");
        PriceLine line = tiered();

        rated(agreement, line);

        assertThat(charges.totals(Side.SOLD, agreement.value(), Samples.DECEMBER))
                .extracting(ChargeTotal::line)
                .containsOnly(line);
        assertThat(charges.ofInstance(instance(agreement, 1), Samples.DECEMBER, Page.ofSize(10)))
                .hasSize(3)
                .extracting(Charge::line)
                .containsOnly(line);
    }

    @Test
    void whoNeverUsedAnythingOwesNothing() {
        assertThat(receivables.owedBy(new OperatorId("stranger"), Samples.EURO)).isEqualTo(euro("0"));
    }

    private Money rated(AgreementId agreement, PriceLine line) {
        Contract sold = new Contract.Sold(agreement, Samples.agreement("any").hash(), Samples.ALBA);
        Tariff tariff = new Tariff(sold, new RateCard(Samples.EURO, List.of(line)), Samples.PARIS);
        List<UsageRecord> records = records(agreement);
        Money sum = Money.zero(Samples.EURO);
        for (UsageRecord record : records) {
            List<Charge> made = QuarkusTransaction.requiringNew().call(() -> {
                List<Charge> step = new Rating(any -> List.of(tariff), NONE, before::before).rate(List.of(record));
                charges.add(step, START);
                return step;
            });
            sum = sum.plus(sum(made));
        }
        Rating atOnce = new Rating(
                any -> List.of(tariff),
                NONE,
                use -> RunningTotal.none(use.line().meter()));
        assertThat(sum).isEqualTo(sum(atOnce.rate(records)));
        return sum;
    }

    /** Three records of ninety minutes of each of two instances, in turn. */
    private static List<UsageRecord> records(AgreementId agreement) {
        List<UsageRecord> records = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            Instant from = START.plus(Duration.ofHours(2L * turn));
            Window window = new Window(from, from.plus(Duration.ofMinutes(90)));
            for (int number = 1; number <= 2; number++) {
                records.add(Samples.hosted(
                        agreement,
                        instance(agreement, number).value(),
                        Technology.OPENSTACK,
                        window,
                        Quantity.held(Meter.VCPU, BigDecimal.ONE, window)));
            }
        }
        return records;
    }

    private static InstanceId instance(AgreementId agreement, int number) {
        return new InstanceId(agreement + "-vm-" + number);
    }

    private static PriceLine tiered() {
        return Samples.VM_VCPU.by(
                new PriceScheme.Graduated(List.of(Tier.upTo("2", euro("0.1")), Tier.beyond(euro("0.05")))));
    }

    private static Money sum(List<Charge> made) {
        return made.stream().map(Charge::amount).reduce(Money.zero(Samples.EURO), Money::plus);
    }
}

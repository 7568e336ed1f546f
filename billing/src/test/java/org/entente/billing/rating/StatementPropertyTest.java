package org.entente.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.DECEMBER;
import static org.entente.billing.Samples.PARIS;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.Statement;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Used;
import org.entente.billing.Samples;
import org.entente.billing.statement.StatementDraft;
import org.entente.metering.record.UsageRecord;

/** From usage records to the bytes that both operators sign. */
class StatementPropertyTest {
    private static final SignedAgreement AGREEMENT = Samples.agreement("winter");
    private static final Instant START = PARIS.window(DECEMBER).from();

    @Property(tries = 150)
    void recordsInAnyOrderGiveTheSameBytes(@ForAll("records") List<UsageRecord> records, @ForAll Random order) {
        List<UsageRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, order);

        assertThat(bytes(statement(charges(shuffled)))).isEqualTo(bytes(statement(charges(records))));
    }

    @Property(tries = 150)
    void totalIsTheSumOfAllCharges(@ForAll("records") List<UsageRecord> records) {
        List<Charge> charges = charges(records);

        assertThat(statement(charges).total())
                .isEqualTo(charges.stream().map(Charge::amount).reduce(Money.zero(Samples.EURO), Money::plus));
    }

    @Property(tries = 150)
    void batchesOfAnySizeGiveTheSameBytes(@ForAll("records") List<UsageRecord> records, @ForAll Random cuts) {
        List<Charge> inBatches = new ArrayList<>();
        Map<RunningUse, RunningTotal> stored = new HashMap<>();
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + 1 + cuts.nextInt(5));
            List<Charge> batch = rating(stored).rate(records.subList(from, to));
            batch.forEach(charge -> stored.put(
                    use(charge),
                    total(stored, use(charge))
                            .plus(new Used(
                                    charge.use().quantity(),
                                    charge.use().window().length()))));
            inBatches.addAll(batch);
            from = to;
        }

        assertThat(bytes(statement(inBatches))).isEqualTo(bytes(statement(charges(records))));
    }

    @Provide
    Arbitrary<List<UsageRecord>> records() {
        Arbitrary<BigDecimal> quantities = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000000001"), new BigDecimal("200000"))
                .ofScale(9);
        return Combinators.combine(
                        Arbitraries.of("vm-1", "vm-2", "pods-1"),
                        Arbitraries.of(Meter.VCPU, Meter.MEMORY),
                        Arbitraries.integers().between(0, 30),
                        quantities)
                .as(StatementPropertyTest::record)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static UsageRecord record(String instance, Meter meter, int day, BigDecimal quantity) {
        Instant from = START.plusSeconds(86_400L * day);
        return Samples.hosted(
                AGREEMENT.terms().agreement(),
                instance,
                instance.startsWith("vm") ? Technology.OPENSTACK : Technology.KUBERNETES,
                new Window(from, from.plusSeconds(3600)),
                new Quantity(meter, quantity));
    }

    private static List<Charge> charges(List<UsageRecord> records) {
        return rating(Map.of()).rate(records);
    }

    private static RunningTotal total(Map<RunningUse, RunningTotal> stored, RunningUse use) {
        return stored.getOrDefault(use, RunningTotal.none(use.line().meter()));
    }

    private static Rating rating(Map<RunningUse, RunningTotal> stored) {
        Contract sold = new Contract.Sold(AGREEMENT.terms().agreement(), AGREEMENT.hash(), ALBA);
        Tariff tariff = new Tariff(sold, Samples.RATE_CARD, PARIS);
        return new Rating(
                record -> List.of(tariff), (side, contract, period) -> false, running -> total(stored, running));
    }

    private static RunningUse use(Charge charge) {
        return new RunningUse(
                charge.contract().side(),
                charge.contract().id(),
                charge.use().instance(),
                charge.line(),
                charge.period());
    }

    /** As the database adds charges up. */
    private static Statement statement(List<Charge> charges) {
        Map<String, ChargeTotal> totals = new TreeMap<>();
        for (Charge charge : charges) {
            totals.merge(
                    charge.use().instance() + "/" + charge.line().id(),
                    new ChargeTotal(
                            charge.use().instance(),
                            charge.use().place(),
                            charge.use().technology(),
                            charge.line(),
                            charge.use().quantity(),
                            charge.amount()),
                    StatementPropertyTest::together);
        }
        return StatementDraft.of(AGREEMENT.terms(), DECEMBER, List.copyOf(totals.values()));
    }

    private static ChargeTotal together(ChargeTotal one, ChargeTotal other) {
        return new ChargeTotal(
                one.instance(),
                one.place(),
                one.technology(),
                one.line(),
                one.quantity().plus(other.quantity()),
                one.amount().plus(other.amount()));
    }

    private static String bytes(Statement statement) {
        Document<Statement> document = new Document<>(
                new DocumentId(new UUID(0, 1)),
                BOREAL,
                ALBA,
                PARIS.window(DECEMBER).to(),
                List.of(AGREEMENT.hash()),
                statement);
        return new String(DocumentCodec.write(document), StandardCharsets.UTF_8);
    }
}

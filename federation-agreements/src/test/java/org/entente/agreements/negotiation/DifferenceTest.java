package org.entente.agreements.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.TermsForm;
import org.entente.agreements.document.Samples;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.Quota;
import org.junit.jupiter.api.Test;

/** The difference between two versions names every changed term and nothing else. */
class DifferenceTest {
    private static final AgreementTerms FIRST = Samples.terms();

    @Test
    void sameTermsUnderAnotherNumberDoNotDiffer() {
        assertThat(Difference.between(FIRST, TermsForm.with(FIRST, 2, FIRST.validity())))
                .isEmpty();
    }

    @Test
    void aLongerValidityIsOneChange() {
        Window longer = new Window(FIRST.validity().from(), Instant.parse("2027-12-01T00:00:00Z"));

        assertThat(Difference.between(FIRST, TermsForm.with(FIRST, 2, longer)))
                .containsExactly(new Change(
                        "validity.to",
                        Optional.of("2026-12-01T00:00:00Z"),
                        Optional.of("2027-12-01T00:00:00Z"),
                        "Validity, to changes from 2026-12-01T00:00:00Z to 2027-12-01T00:00:00Z"));
    }

    @Test
    void aChangedPriceIsNamedByItsLine() {
        AgreementTerms dearer = with(
                List.of(new SiteId("oslo")),
                FIRST.rateCard().lines().stream()
                        .map(line -> line.id().equals("memory") ? memory("0.004") : line)
                        .toList());

        assertThat(Difference.between(FIRST, dearer))
                .filteredOn(change -> change.path().contains("rateCard"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path())
                            .startsWith("rateCard.lines[memory]")
                            .endsWith("amount");
                    assertThat(change.sentence())
                            .startsWith("Rate card, lines memory")
                            .endsWith("changes from 0.003 to 0.004");
                });
    }

    @Test
    void zonesAndLinesThatComeAndGoAreNamedWithoutTheirOrder() {
        AgreementTerms other = with(
                List.of(new SiteId("bergen"), new SiteId("oslo")),
                FIRST.rateCard().lines().reversed().stream()
                        .filter(line -> !line.id().equals("memory"))
                        .toList());

        assertThat(Difference.between(FIRST, other))
                .extracting(Change::sentence)
                .contains("Zones bergen is new")
                .anyMatch(
                        sentence -> sentence.startsWith("Rate card, lines memory ") && sentence.endsWith("is left out"))
                .hasSize(2);
    }

    private static PriceLine memory(String price) {
        return new PriceLine("memory", Meter.MEMORY, Optional.empty(), Money.of("EUR", price), PricingUnit.HOUR);
    }

    private static AgreementTerms with(List<SiteId> zones, List<PriceLine> lines) {
        return new AgreementTerms(
                FIRST.agreement(),
                2,
                FIRST.host(),
                FIRST.home(),
                FIRST.validity(),
                zones,
                new RateCard(FIRST.rateCard().currency(), lines),
                new Quota(10, new BigDecimal("20"), new BigDecimal("40.5")),
                FIRST.calendar(),
                FIRST.settlement());
    }
}

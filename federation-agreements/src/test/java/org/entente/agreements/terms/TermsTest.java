package org.entente.agreements.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.entente.agreements.language.Window;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Instant END = Instant.parse("2026-12-31T23:00:00Z");

    @Test
    void workloadsStopAtOnceAfterGraceOrNever() {
        assertThat(new WorkloadEnd.StopAtOnce().runUntil(END)).contains(END);
        assertThat(new WorkloadEnd.Grace(14).runUntil(END)).contains(Instant.parse("2027-01-14T23:00:00Z"));
        assertThat(new WorkloadEnd.RunOn().runUntil(END)).isEmpty();
    }

    @Test
    void serviceCreditsGrowAsAvailabilityFalls() {
        ServiceCredits credits = new ServiceCredits(List.of(step("99.9", "10"), step("99", "25")));

        assertThat(credits.at(new BigDecimal("99.9"))).isEqualByComparingTo("0");
        assertThat(credits.at(new BigDecimal("99.899"))).isEqualByComparingTo("10");
        assertThat(credits.at(new BigDecimal("99"))).isEqualByComparingTo("10");
        assertThat(credits.at(new BigDecimal("98.9"))).isEqualByComparingTo("25");
    }

    @Test
    void serviceCreditsMustGrow() {
        assertThatThrownBy(() -> new ServiceCredits(List.of(step("99", "10"), step("99.9", "25"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void taxTreatmentsHaveTheCodesOfUntdid5305() {
        assertThat(new TaxTreatment.StandardRate().code()).isEqualTo("S");
        assertThat(new TaxTreatment.ReverseCharge().code()).isEqualTo("AE");
        assertThat(new TaxTreatment.Exempt("Not taxable").code()).isEqualTo("E");
    }

    @Test
    void aStretchIsCutAtTheEndsOfBillingPeriods() {
        BillingCalendar oslo = new BillingCalendar(ZoneId.of("Europe/Oslo"));
        Instant newYear =
                LocalDate.of(2027, Month.JANUARY, 1).atStartOfDay(oslo.zone()).toInstant();
        Window stretch = new Window(newYear.minusSeconds(10), newYear.plusSeconds(5));

        assertThat(oslo.byPeriod(stretch))
                .containsExactly(new Window(stretch.from(), newYear), new Window(newYear, stretch.to()));
    }

    private static ServiceCredits.Step step(String below, String credit) {
        return new ServiceCredits.Step(new BigDecimal(below), new BigDecimal(credit));
    }
}

package org.entente.commandline.bootstrap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.commandline.operator.AgreementsClient.Proposal;
import org.entente.commandline.operator.AgreementsClient.ProposedPrice;
import org.entente.commandline.operator.AgreementsClient.ProposedSettlement;
import org.entente.commandline.operator.AgreementsClient.Quota;

/**
 * The terms that a fresh pair starts with. The billing periods begin at midnight in UTC, so that every month has whole
 * days of 24 hours and both operators' months are the same.
 */
final class AgreementPlan {
    private static final int VALID_YEARS = 20;
    private static final Duration UNTIL_EFFECTIVE = Duration.ofSeconds(20);
    private static final String CURRENCY = "EUR";
    private static final ZoneId BILLING_ZONE = ZoneId.of("UTC");
    private static final Quota QUOTA = new Quota(200, new BigDecimal("800"), new BigDecimal("3200"));
    private static final ProposedSettlement SETTLEMENT =
            new ProposedSettlement(BigDecimal.ZERO, 10, 30, BigDecimal.ZERO, RoundingMode.HALF_EVEN);
    private static final List<ProposedPrice> PRICES = List.of(
            hourly("OPENSTACK", "VCPU", "0.0115"),
            hourly("OPENSTACK", "MEMORY", "0.0029"),
            hourly("OPENSTACK", "DISK", "0.000085"),
            hourly("KUBERNETES", "VCPU", "0.0132"),
            hourly("KUBERNETES", "MEMORY", "0.0033"),
            hourly("KUBERNETES", "DISK", "0.00009"));

    private AgreementPlan() {}

    /** The terms of a first version that opens these sites, valid from the start of the current year. */
    static Proposal first(String agreement, String home, List<String> zones, Instant now) {
        return proposal(agreement, home, zones, startOf(now, 0), now);
    }

    /** The terms of a later version. It takes effect soon, but not before it can have been answered. */
    static Proposal amendment(String agreement, String home, List<String> zones, Instant now) {
        return proposal(
                agreement, home, zones, now.truncatedTo(ChronoUnit.SECONDS).plus(UNTIL_EFFECTIVE), now);
    }

    private static Instant startOf(Instant now, int yearsLater) {
        LocalDate year = now.atZone(ZoneOffset.UTC).toLocalDate().withDayOfYear(1);
        return year.plusYears(yearsLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Proposal proposal(String agreement, String home, List<String> zones, Instant from, Instant now) {
        return new Proposal(
                agreement,
                home,
                from,
                startOf(now, VALID_YEARS),
                zones,
                CURRENCY,
                BILLING_ZONE,
                PRICES,
                QUOTA,
                SETTLEMENT);
    }

    private static ProposedPrice hourly(String technology, String meter, String price) {
        String id = (technology + "-" + meter).toLowerCase(Locale.ROOT);
        return new ProposedPrice(id, meter, Optional.of(technology), new BigDecimal(price), "HOUR");
    }
}

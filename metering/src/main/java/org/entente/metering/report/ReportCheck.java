package org.entente.metering.report;

import static org.entente.metering.report.Rejection.Code.REPORT_EMPTY;
import static org.entente.metering.report.Rejection.Code.REPORT_SPANS_PERIODS;
import static org.entente.metering.report.Rejection.Code.REPORT_TOO_LARGE;
import static org.entente.metering.report.Rejection.Code.UNKNOWN_INSTANCE;
import static org.entente.metering.report.Rejection.Code.USAGE_IN_FUTURE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Place;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.metering.MeteringConfig;
import org.entente.metering.observation.MeteredInstance;
import org.entente.metering.observation.Observations;
import org.entente.metering.record.MeasuredUsage;
import org.entente.metering.record.UsageKey;
import org.entente.metering.record.UsageLog;

/** What the home operator checks in a report's records. */
@ApplicationScoped
class ReportCheck {
    /** The most records of a report that we accept from a partner. */
    static final int RECORDS_MAX = 10_000;

    private final Observations observations;
    private final UsageLog log;
    private final PanacheReportedUsages reported;
    private final InstantSource clock;
    private final MeteringConfig config;

    ReportCheck(
            Observations observations,
            UsageLog log,
            PanacheReportedUsages reported,
            InstantSource clock,
            MeteringConfig config) {
        this.observations = observations;
        this.log = log;
        this.reported = reported;
        this.clock = clock;
        this.config = config;
    }

    /** Whether the report has the shape that every report has, whatever it states. */
    Optional<Rejection> shape(UsageReport report, AgreementTerms terms) {
        if (report.records().isEmpty()) {
            return Optional.of(new Rejection(REPORT_EMPTY, "A usage report has at least one record"));
        }
        if (report.records().size() > RECORDS_MAX) {
            return Optional.of(new Rejection(
                    REPORT_TOO_LARGE,
                    "A usage report has at most " + RECORDS_MAX + " records, but this has "
                            + report.records().size()));
        }
        List<Instant> starts = report.records().stream()
                .map(usage -> terms.calendar()
                        .window(terms.calendar().periodOf(usage.window().from()))
                        .from())
                .distinct()
                .toList();
        return starts.size() == 1
                ? Optional.empty()
                : Optional.of(new Rejection(
                        REPORT_SPANS_PERIODS,
                        "The records of a usage report lie in one billing period, but these lie in " + starts.size()));
    }

    /** Whether we metered exactly what the report states. Where we have not yet metered that far, we do so first. */
    Optional<Rejection> content(UsageReport report, AgreementTerms terms) {
        return unknownInstance(report, terms)
                .or(() -> inFuture(report))
                .or(() ->
                        Comparison.firstRepeated(report.records(), reported.countersigned(report.records())::contains))
                .or(() -> difference(report));
    }

    private Optional<Rejection> unknownInstance(UsageReport report, AgreementTerms terms) {
        Map<InstanceId, Optional<MeteredInstance>> known = new HashMap<>();
        return report.records().stream()
                .filter(usage -> known.computeIfAbsent(usage.instance(), observations::find)
                        .filter(instance -> isSame(instance, usage, terms))
                        .isEmpty())
                .findFirst()
                .map(usage -> new Rejection(
                        UNKNOWN_INSTANCE,
                        "We meter no " + usage.technology() + " instance " + usage.instance() + " at " + terms.host()
                                + "/" + usage.site() + " under agreement " + report.agreement()));
    }

    private static boolean isSame(MeteredInstance instance, ReportedUsage usage, AgreementTerms terms) {
        return instance.runsAtPartner()
                && instance.agreement().filter(terms.agreement()::equals).isPresent()
                && instance.place().equals(new Place(terms.host(), usage.site()))
                && instance.technology() == usage.technology();
    }

    private Optional<Rejection> inFuture(UsageReport report) {
        Instant latest = clock.instant().plus(config.clockSkew());
        return report.records().stream()
                .filter(usage -> usage.window().to().isAfter(latest))
                .findFirst()
                .map(usage -> new Rejection(
                        USAGE_IN_FUTURE,
                        "Use of instance " + usage.instance() + " is stated until "
                                + usage.window().to() + ", but here it is " + clock.instant()));
    }

    private Optional<Rejection> difference(UsageReport report) {
        latestEnds(report.records()).forEach(observations::stated);
        return Comparison.firstDifference(report.records(), ours(report.records()));
    }

    /** In the order of the instances' ids, in which everyone locks them. */
    private static SortedMap<InstanceId, Instant> latestEnds(List<ReportedUsage> records) {
        SortedMap<InstanceId, Instant> ends = new TreeMap<>();
        records.forEach(usage ->
                ends.merge(usage.instance(), usage.window().to(), (one, other) -> one.isAfter(other) ? one : other));
        return ends;
    }

    private Map<UsageKey, MeasuredUsage> ours(List<ReportedUsage> records) {
        Set<InstanceId> instances = latestEnds(records).keySet();
        Map<UsageKey, MeasuredUsage> ours = new HashMap<>();
        log.startingAt(
                        instances,
                        records.stream()
                                .map(usage -> usage.window().from())
                                .distinct()
                                .toList())
                .forEach(usage -> ours.put(usage.key(), usage));
        return ours;
    }
}

package org.entente.metering.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One usage report as finance sees it. Its document is at {@code /api/v1/usage-reports/{agreement}/{number}}. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "UsageReport")
public record UsageReportView(
        String agreement,
        long number,
        String host,
        String home,

        @Schema(description = "Billing period of all its records", examples = "2026-11")
        String period,

        ReportState state,
        int records,
        Instant from,
        Instant to,
        Instant issuedAt,

        @Schema(description = "SHA-256 of the signed payload")
        String hash,

        @Schema(description = "Why it was refused, if it was")
        Optional<ReasonView> reason) {

    static UsageReportView of(UsageReportEntity report) {
        return new UsageReportView(
                report.agreement,
                report.number,
                report.host,
                report.home,
                report.period,
                report.state,
                report.records,
                report.windowFrom,
                report.windowTo,
                report.issuedAt,
                report.hash,
                report.summary().refusal().map(refusal -> new ReasonView(refusal.code(), refusal.sentence())));
    }

    /** A reason for machines and for people. */
    @Schema(name = "UsageReportReason")
    public record ReasonView(String code, String sentence) {}

    /** One page of usage reports, by agreement and number. */
    @Schema(name = "UsageReportPage")
    public record PageView(List<UsageReportView> items, int page, int size, long total) {}
}

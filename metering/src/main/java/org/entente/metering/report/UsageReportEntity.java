package org.entente.metering.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.AgreementTerms;

/** One report of the chain, with the document as it was signed by all who signed it so far. */
@Entity
@Table(schema = "metering", name = "usage_report")
class UsageReportEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "usage_report")
    @SequenceGenerator(
            name = "usage_report",
            schema = "metering",
            sequenceName = "usage_report_sequence",
            allocationSize = 50)
    Long id;

    String agreement;
    long number;
    String host;
    String home;
    String hash;

    @Enumerated(EnumType.STRING)
    ReportState state;

    /** The billing period of all its records, as {@code yyyy-MM}. */
    String period;

    int records;

    @Column(name = "window_from")
    Instant windowFrom;

    @Column(name = "window_to")
    Instant windowTo;

    @Column(name = "issued_at")
    Instant issuedAt;

    /** The document in the JWS JSON serialization. */
    String signed;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "refusal")
    ReportRefusalEntity refusal;

    @Version
    int version;

    static UsageReportEntity of(VerifiedDocument<UsageReport> report, AgreementTerms terms) {
        UsageReport body = report.body();
        UsageReportEntity entity = new UsageReportEntity();
        entity.agreement = body.agreement().value();
        entity.number = body.number();
        entity.host = terms.host().value();
        entity.home = terms.home().value();
        entity.hash = report.hash().value();
        entity.state = ReportState.SENT;
        entity.records = body.records().size();
        entity.windowFrom = earliest(body);
        entity.windowTo = latest(body);
        entity.period = terms.calendar().periodOf(entity.windowFrom).toString();
        entity.issuedAt = report.document().issuedAt();
        entity.signed = SignedDocumentJson.write(report.signed());
        return entity;
    }

    void countersign(SignedDocument byBoth) {
        state = ReportState.COUNTERSIGNED;
        signed = SignedDocumentJson.write(byBoth);
    }

    void refuse(ReportRefusalEntity because) {
        state = ReportState.REFUSED;
        refusal = because;
    }

    UsageReports.ReportSummary summary() {
        return new UsageReports.ReportSummary(
                new AgreementId(agreement),
                number,
                new DocumentHash(hash),
                state,
                records,
                new Window(windowFrom, windowTo),
                Optional.ofNullable(refusal).map(ReportRefusalEntity::refusal));
    }

    private static Instant earliest(UsageReport report) {
        return report.records().stream()
                .map(usage -> usage.window().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant latest(UsageReport report) {
        return report.records().stream()
                .map(ReportedUsage::window)
                .map(Window::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}

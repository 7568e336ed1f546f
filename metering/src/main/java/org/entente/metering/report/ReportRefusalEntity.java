package org.entente.metering.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.keys.VerifiedDocument;
import org.hibernate.annotations.Immutable;

/** The fact that a report was refused, also of one that never had a place in the chain. */
@Entity
@Immutable
@Table(schema = "metering", name = "report_refusal")
class ReportRefusalEntity {
    /** A partner's refusal may be as long as any document. The whole of it stays in the exchange. */
    private static final int SENTENCE_LENGTH_MAX = 2000;

    private static final int CODE_LENGTH_MAX = 64;

    @Id
    @Column(name = "report_hash")
    String reportHash;

    String agreement;
    long number;
    String issuer;
    String code;
    String sentence;

    @Column(name = "refused_at")
    Instant refusedAt;

    static ReportRefusalEntity of(VerifiedDocument<UsageReport> report, Refusal refusal, Instant refusedAt) {
        ReportRefusalEntity entity = new ReportRefusalEntity();
        entity.reportHash = report.hash().value();
        entity.agreement = report.body().agreement().value();
        entity.number = report.body().number();
        entity.issuer = report.document().issuer().value();
        entity.code = shortened(refusal.code(), CODE_LENGTH_MAX);
        entity.sentence = shortened(refusal.sentence(), SENTENCE_LENGTH_MAX);
        entity.refusedAt = refusedAt;
        return entity;
    }

    Refusal refusal() {
        return new Refusal(code, sentence);
    }

    private static String shortened(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }
}

package org.entente.metering.report;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.AgreementTerms;

@ApplicationScoped
class PanacheUsageReports implements PanacheRepositoryBase<UsageReportEntity, Long> {
    private final PanacheReportedUsages usages;
    private final InstantSource clock;

    PanacheUsageReports(PanacheReportedUsages usages, InstantSource clock) {
        this.usages = usages;
        this.clock = clock;
    }

    /** At the host: a report on its way, with its records marked as reported. */
    void insertSent(VerifiedDocument<UsageReport> report, AgreementTerms terms) {
        UsageReportEntity entity = UsageReportEntity.of(report, terms);
        persist(entity);
        usages.insert(entity, report.body().records());
    }

    /** At the home operator: a report that we sign too, with its records accepted. */
    void insertCountersigned(VerifiedDocument<UsageReport> report, SignedDocument byBoth, AgreementTerms terms) {
        UsageReportEntity entity = UsageReportEntity.of(report, terms);
        entity.countersign(byBoth);
        persist(entity);
        usages.insert(entity, report.body().records());
    }

    /** At the home operator: a report that keeps its number but none of whose records is accepted. */
    void insertRefused(VerifiedDocument<UsageReport> report, AgreementTerms terms, ReportRefusalEntity refusal) {
        UsageReportEntity entity = UsageReportEntity.of(report, terms);
        entity.refuse(refusal);
        persist(entity);
    }

    ReportRefusalEntity insertRefusal(VerifiedDocument<UsageReport> report, Refusal refusal) {
        ReportRefusalEntity entity = ReportRefusalEntity.of(report, refusal, clock.instant());
        getEntityManager().persist(entity);
        return entity;
    }

    UsageReportEntity sent(DocumentHash hash) {
        return find("hash", hash.value()).singleResult();
    }

    Optional<UsageReportEntity> find(AgreementId agreement, long number) {
        return find("agreement = ?1 and number = ?2", agreement.value(), number).firstResultOptional();
    }

    List<UsageReportEntity> touching(AgreementId agreement, Window window) {
        return list(
                "agreement = ?1 and windowFrom < ?2 and windowTo > ?3 order by number",
                agreement.value(),
                window.to(),
                window.from());
    }

    PanacheQuery<UsageReportEntity> matching(Optional<AgreementId> agreement, Optional<String> period) {
        Map<String, Object> wanted = new HashMap<>();
        agreement.ifPresent(id -> wanted.put("agreement", id.value()));
        period.ifPresent(month -> wanted.put("period", month));
        String where = wanted.keySet().stream()
                .map(column -> column + " = :" + column)
                .reduce((one, other) -> one + " and " + other)
                .orElse("1 = 1");
        return find(where, Sort.by("agreement").and("number"), wanted);
    }
}

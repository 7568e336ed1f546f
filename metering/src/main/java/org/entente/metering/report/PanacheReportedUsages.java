package org.entente.metering.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Window;
import org.entente.metering.record.UsageKey;

@ApplicationScoped
class PanacheReportedUsages implements PanacheRepositoryBase<ReportedUsageEntity, Long> {

    void insert(UsageReportEntity report, List<ReportedUsage> usages) {
        usages.forEach(usage -> persist(ReportedUsageEntity.of(report, usage)));
    }

    /** Which of these, and maybe of their neighbours, are already in a countersigned report. */
    Set<UsageKey> countersigned(List<ReportedUsage> usages) {
        return list(
                        "report.state = ?1 and instance in ?2 and windowFrom in ?3",
                        ReportState.COUNTERSIGNED,
                        usages.stream()
                                .map(usage -> usage.instance().value())
                                .distinct()
                                .toList(),
                        usages.stream()
                                .map(usage -> usage.window().from())
                                .distinct()
                                .toList())
                .stream()
                .map(ReportedUsageEntity::key)
                .collect(Collectors.toSet());
    }

    long countCountersigned(AgreementId agreement, Window window) {
        return count(
                "report.state = ?1 and report.agreement = ?2 and windowFrom >= ?3 and windowTo <= ?4",
                ReportState.COUNTERSIGNED,
                agreement.value(),
                window.from(),
                window.to());
    }
}

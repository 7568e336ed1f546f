package org.entente.metering.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Window;
import org.entente.metering.record.UsageLog;

@ApplicationScoped
@Transactional
class StoredUsageReports implements UsageReports {
    private final PanacheUsageReports reports;
    private final PanacheReportedUsages usages;
    private final UsageLog log;

    StoredUsageReports(PanacheUsageReports reports, PanacheReportedUsages usages, UsageLog log) {
        this.reports = reports;
        this.usages = usages;
        this.log = log;
    }

    @Override
    public List<ReportSummary> reports(AgreementId agreement, Window window) {
        return reports.touching(agreement, window).stream()
                .map(UsageReportEntity::summary)
                .toList();
    }

    /**
     * A countersigned usage is always a record, and once only. So equal numbers mean that all are countersigned, as long as
     * the records are counted last.
     */
    @Override
    public boolean allCountersigned(AgreementId agreement, Window window) {
        long countersigned = usages.countCountersigned(agreement, window);
        return countersigned == log.count(agreement, window);
    }
}

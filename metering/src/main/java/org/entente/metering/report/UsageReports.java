package org.entente.metering.report;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Window;

/** Which usage both operators signed, at the host and at the home operator alike. */
public interface UsageReports {
    /** The reports with records inside a window, by number. */
    List<ReportSummary> reports(AgreementId agreement, Window window);

    /** Whether every usage record under an agreement inside a window is in a countersigned report. */
    boolean allCountersigned(AgreementId agreement, Window window);

    /**
     * One report.
     *
     * @param window from its earliest record's start to its latest record's end; inside one billing period
     * @param refusal why it was refused, if it was
     */
    record ReportSummary(
            AgreementId agreement,
            long number,
            DocumentHash hash,
            ReportState state,
            int records,
            Window window,
            Optional<Refusal> refusal) {}
}

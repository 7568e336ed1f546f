package org.entente.agreements.verification;

import java.util.Optional;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.keys.VerifiedDocument;

/** A usage report: countersigned, and the next in number after the one that it builds on. */
record UsageReportRules(PaperTrail trail, Checked file) {
    void check(VerifiedDocument<?> document, UsageReport report) {
        PaperTrail.bothSigned(
                file, document, "both stand by its " + report.records().size() + " records");
        Optional<UsageReport> previous = trail.base(document, UsageReport.class);
        if (previous.isPresent()) {
            if (previous.get().number() + 1 == report.number()
                    && previous.get().agreement().equals(report.agreement())) {
                file.proved("is number " + report.number() + ", the next after the report that it builds on");
            } else {
                file.broken(
                        "REPORT_NUMBER_WRONG",
                        "is number " + report.number() + ", but builds on number "
                                + previous.get().number() + " of "
                                + previous.get().agreement());
            }
        } else if (report.number() > 1) {
            file.open("report " + (report.number() - 1) + ", which it builds on, is not among the files");
        }
        if (trail.base(document, AgreementVersion.class).isEmpty()) {
            file.open("the agreement version that it builds on is not among the files");
        }
    }
}

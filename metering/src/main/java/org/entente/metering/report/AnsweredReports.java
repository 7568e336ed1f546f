package org.entente.metering.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.jboss.logging.Logger;

/** What the host operator does when the home operator answered a usage report. */
@ApplicationScoped
class AnsweredReports implements AnswerHandler<UsageReport> {
    private static final Logger LOG = Logger.getLogger(AnsweredReports.class);
    private static final String ANSWER_UNEXPECTED = "ANSWER_UNEXPECTED";

    private final PanacheUsageReports reports;

    AnsweredReports(PanacheUsageReports reports) {
        this.reports = reports;
    }

    @Override
    public Class<UsageReport> sent() {
        return UsageReport.class;
    }

    @Override
    public void answered(VerifiedDocument<UsageReport> sent, VerifiedDocument<?> answer) {
        UsageReportEntity report = reports.sent(sent.hash());
        if (isCountersigned(sent, answer)) {
            report.countersign(answer.signed());
            LOG.infof("usage report countersigned agreementId=%s number=%d", report.agreement, report.number);
            return;
        }
        refuse(report, sent, answer.body() instanceof Refusal stated ? stated : unexpected(answer));
    }

    @Override
    public void rejected(VerifiedDocument<UsageReport> sent, String code, String sentence) {
        refuse(reports.sent(sent.hash()), sent, new Refusal(code, sentence));
    }

    private void refuse(UsageReportEntity report, VerifiedDocument<UsageReport> sent, Refusal refusal) {
        report.refuse(reports.insertRefusal(sent, refusal));
        LOG.warnf(
                "usage report refused agreementId=%s number=%d errorCode=%s",
                report.agreement, report.number, refusal.code());
    }

    private static boolean isCountersigned(VerifiedDocument<UsageReport> sent, VerifiedDocument<?> answer) {
        return answer.hash().equals(sent.hash())
                && answer.signers().contains(sent.document().audience())
                && answer.signers().contains(sent.document().issuer());
    }

    private static Refusal unexpected(VerifiedDocument<?> answer) {
        return new Refusal(
                ANSWER_UNEXPECTED,
                "The home operator answered with " + answer.body().getClass().getSimpleName()
                        + ", which neither countersigns nor refuses the report");
    }
}

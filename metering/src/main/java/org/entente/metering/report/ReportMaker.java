package org.entente.metering.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.metering.MeteringConfig;
import org.entente.metering.record.UsageLog;
import org.entente.metering.record.UsageRecord;
import org.jboss.logging.Logger;

/** Makes the next report under an agreement whose host we are. */
@ApplicationScoped
class ReportMaker {
    private static final Logger LOG = Logger.getLogger(ReportMaker.class);

    private final UsageLog log;
    private final Outbox outbox;
    private final PanacheReportChains chains;
    private final PanacheUsageReports reports;
    private final MeteringConfig config;

    ReportMaker(
            UsageLog log,
            Outbox outbox,
            PanacheReportChains chains,
            PanacheUsageReports reports,
            MeteringConfig config) {
        this.log = log;
        this.outbox = outbox;
        this.chains = chains;
        this.reports = reports;
        this.config = config;
    }

    /**
     * Reports the next records, if there are any: signed, put in the outbox, and marked as reported in one transaction of
     * its own. Answers whether it did; not so while another replica works on the same agreement.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean makeNext(SignedAgreement agreement) {
        AgreementTerms terms = agreement.terms();
        if (log.under(terms.agreement(), chains.lastPosition(terms.agreement()), 1)
                .isEmpty()) {
            return false;
        }
        return chains.lockedIfFree(terms.agreement())
                .map(chain -> make(agreement, chain))
                .orElse(false);
    }

    private boolean make(SignedAgreement agreement, ReportChainEntity chain) {
        AgreementTerms terms = agreement.terms();
        List<UsageRecord> records = ofOnePeriod(
                log.under(terms.agreement(), chain.lastPosition, config.recordsPerReport()), terms.calendar());
        if (records.isEmpty()) {
            return false;
        }
        UsageReport report = new UsageReport(
                terms.agreement(),
                chain.nextNumber(),
                records.stream().map(ReportMaker::reported).toList());
        VerifiedDocument<UsageReport> sent = outbox.send(terms.home(), report, chain.buildsOn(agreement.hash()));
        reports.insertSent(sent, terms);
        chain.append(report.number(), sent.hash());
        chain.lastPosition = records.getLast().position();
        LOG.infof(
                "usage report made agreementId=%s number=%d records=%d",
                terms.agreement(), report.number(), records.size());
        return true;
    }

    /** The first records up to the first of another billing period, so that a period's reports are its own. */
    private static List<UsageRecord> ofOnePeriod(List<UsageRecord> records, BillingCalendar calendar) {
        if (records.isEmpty()) {
            return records;
        }
        YearMonth period = calendar.periodOf(records.getFirst().window().from());
        return records.stream()
                .takeWhile(record -> calendar.periodOf(record.window().from()).equals(period))
                .toList();
    }

    private static ReportedUsage reported(UsageRecord record) {
        return new ReportedUsage(
                record.instance(), record.place().site(), record.technology(), record.window(), record.quantity());
    }
}

package org.entente.metering.report;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.metering.MeteringConfig;
import org.jboss.logging.Logger;

/** At the host: reports what was used, as soon as it is recorded. */
@ApplicationScoped
class UsageReportJob {
    private static final Logger LOG = Logger.getLogger(UsageReportJob.class);

    private final Agreements agreements;
    private final DocumentSigner signer;
    private final ReportMaker maker;
    private final MeteringConfig config;

    UsageReportJob(Agreements agreements, DocumentSigner signer, ReportMaker maker, MeteringConfig config) {
        this.agreements = agreements;
        this.signer = signer;
        this.maker = maker;
        this.config = config;
    }

    @Scheduled(
            identity = "usage-report",
            every = "${entente.metering.reporting-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void makeReports() {
        agreements.all().stream()
                .filter(agreement -> agreement.terms().host().equals(signer.operator()))
                .forEach(this::makeReports);
    }

    private void makeReports(SignedAgreement agreement) {
        try {
            int made = 0;
            while (made < config.reportsPerRun() && maker.makeNext(agreement)) {
                made++;
            }
        } catch (RuntimeException failed) {
            LOG.warnf(
                    failed,
                    "usage report not made, will be tried again agreementId=%s",
                    agreement.terms().agreement());
        }
    }
}

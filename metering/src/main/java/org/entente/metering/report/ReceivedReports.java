package org.entente.metering.report;

import static org.entente.metering.report.Rejection.Code.AGREEMENT_UNKNOWN;
import static org.entente.metering.report.Rejection.Code.NOT_THE_HOST;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.terms.AgreementTerms;
import org.jboss.logging.Logger;

/**
 * The home operator's answer to a usage report. A report that is next in its chain takes its number whether it is
 * countersigned or refused; one that is out of place, or does not have a report's shape, leaves the chain as it was.
 */
@ApplicationScoped
class ReceivedReports implements DocumentHandler<UsageReport> {
    private static final Logger LOG = Logger.getLogger(ReceivedReports.class);

    private final Agreements agreements;
    private final DocumentSigner signer;
    private final PanacheReportChains chains;
    private final PanacheUsageReports reports;
    private final ReportCheck check;

    ReceivedReports(
            Agreements agreements,
            DocumentSigner signer,
            PanacheReportChains chains,
            PanacheUsageReports reports,
            ReportCheck check) {
        this.agreements = agreements;
        this.signer = signer;
        this.chains = chains;
        this.reports = reports;
        this.check = check;
    }

    @Override
    public Class<UsageReport> accepts() {
        return UsageReport.class;
    }

    @Override
    public Answer handle(VerifiedDocument<UsageReport> received) {
        UsageReport report = received.body();
        Optional<AgreementTerms> agreed = agreements.find(report.agreement()).map(SignedAgreement::terms);
        if (agreed.isEmpty()) {
            return refuse(
                    received,
                    new Rejection(AGREEMENT_UNKNOWN, "There is no agreement " + report.agreement() + " here"));
        }
        AgreementTerms terms = agreed.get();
        return notTheHost(received.document(), terms)
                .or(() -> check.shape(report, terms))
                .map(rejection -> refuse(received, rejection))
                .orElseGet(() -> placed(received, terms));
    }

    private Answer placed(VerifiedDocument<UsageReport> received, AgreementTerms terms) {
        ReportChainEntity chain = chains.locked(terms.agreement());
        Optional<Rejection> outOfPlace = chain.rejects(received.document());
        if (outOfPlace.isPresent()) {
            return refuse(received, outOfPlace.get());
        }
        chain.append(received.body().number(), received.hash());
        return check.content(received.body(), terms)
                .map(rejection -> refusePlaced(received, terms, rejection))
                .orElseGet(() -> countersign(received, terms));
    }

    private Answer countersign(VerifiedDocument<UsageReport> received, AgreementTerms terms) {
        SignedDocument signed = received.signed();
        reports.insertCountersigned(received, signed.with(signer.sign(signed.payload())), terms);
        LOG.infof(
                "usage report countersigned agreementId=%s number=%d records=%d",
                terms.agreement(),
                received.body().number(),
                received.body().records().size());
        return new Answer.Countersigned();
    }

    private Answer refusePlaced(VerifiedDocument<UsageReport> received, AgreementTerms terms, Rejection rejection) {
        reports.insertRefused(received, terms, refusal(received, rejection));
        return rejection.answer();
    }

    private Answer refuse(VerifiedDocument<UsageReport> received, Rejection rejection) {
        refusal(received, rejection);
        return rejection.answer();
    }

    private ReportRefusalEntity refusal(VerifiedDocument<UsageReport> received, Rejection rejection) {
        LOG.warnf(
                "usage report refused agreementId=%s number=%d errorCode=%s",
                received.body().agreement(), received.body().number(), rejection.code());
        return reports.insertRefusal(received, rejection.refusal());
    }

    private static Optional<Rejection> notTheHost(Document<?> document, AgreementTerms terms) {
        if (document.issuer().equals(terms.host()) && document.audience().equals(terms.home())) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                NOT_THE_HOST,
                "Under agreement " + terms.agreement() + " " + terms.host() + " reports to " + terms.home()
                        + ", but this is from " + document.issuer() + " to " + document.audience()));
    }
}

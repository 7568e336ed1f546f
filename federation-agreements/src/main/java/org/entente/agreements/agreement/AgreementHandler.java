package org.entente.agreements.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.terms.AgreementTerms;
import org.jboss.logging.Logger;

/** Takes proposals in at the home operator, and signed versions at the host. */
@ApplicationScoped
public class AgreementHandler implements DocumentHandler<AgreementVersion>, AnswerHandler<AgreementVersion> {
    private static final Logger LOG = Logger.getLogger(AgreementHandler.class);

    private final StoredAgreements agreements;
    private final OperatorConfig self;
    private final InstantSource clock;

    AgreementHandler(StoredAgreements agreements, OperatorConfig self, InstantSource clock) {
        this.agreements = agreements;
        this.self = self;
        this.clock = clock;
    }

    @Override
    public Class<AgreementVersion> accepts() {
        return AgreementVersion.class;
    }

    @Override
    public Class<AgreementVersion> sent() {
        return AgreementVersion.class;
    }

    @Override
    public Answer handle(VerifiedDocument<AgreementVersion> received) {
        AgreementTerms terms = received.body().terms();
        return received.document().issuer().equals(self.operator())
                ? signedByHome(received)
                : proposed(received, terms);
    }

    @Override
    public void answered(VerifiedDocument<AgreementVersion> sent, VerifiedDocument<?> answer) {
        AgreementEntity version = agreements.withBytesOf(sent);
        if (version.state == AgreementState.ACCEPTING) {
            sign(version, sent);
        }
    }

    @Override
    public void rejected(VerifiedDocument<AgreementVersion> sent, String code, String sentence) {
        LOG.warnf(
                "agreement not taken agreementId=%s errorCode=%s: %s",
                sent.body().terms().agreement(), code, sentence);
    }

    private Answer proposed(VerifiedDocument<AgreementVersion> received, AgreementTerms terms) {
        if (!terms.home().equals(self.operator())
                || !terms.host().equals(received.document().issuer())) {
            return Answer.refused(
                    "AGREEMENT_PARTIES_WRONG", "The proposal must name its issuer as host and us as home");
        }
        List<AgreementEntity> earlier = agreements.versions(terms.agreement());
        if (terms.version() != earlier.size() + 1) {
            return Answer.refused(
                    "AGREEMENT_VERSION_EXISTS",
                    "The next version of " + terms.agreement() + " is " + (earlier.size() + 1));
        }
        if (!earlier.isEmpty() && !earlier.getLast().host.equals(terms.host().value())) {
            return Answer.refused("AGREEMENT_PARTIES_CHANGED", "A new version cannot change the parties");
        }
        agreements.add(received, AgreementState.RECEIVED, clock.instant());
        return Answer.acknowledged();
    }

    private Answer signedByHome(VerifiedDocument<AgreementVersion> received) {
        sign(agreements.withBytesOf(received), received);
        return Answer.acknowledged();
    }

    private void sign(AgreementEntity version, VerifiedDocument<AgreementVersion> signed) {
        version.document = SignedDocumentJson.write(signed.signed());
        version.state = AgreementState.SIGNED;
        version.changedAt = clock.instant();
        LOG.infof("agreement signed agreementId=%s version=%d", version.agreement, version.number);
    }
}

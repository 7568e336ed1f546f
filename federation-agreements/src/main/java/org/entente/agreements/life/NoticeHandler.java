package org.entente.agreements.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.NoticeState;
import org.entente.agreements.agreement.StoredAgreements;
import org.entente.agreements.agreement.StoredNotices;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.life.NoticeRules.Violation;
import org.entente.agreements.negotiation.NegotiationTable;
import org.entente.agreements.partner.OperatorConfig;
import org.jboss.logging.Logger;

/** Takes in partners' notices about agreements, and the answers to ours. */
@ApplicationScoped
public class NoticeHandler implements DocumentHandler<AgreementNotice>, AnswerHandler<AgreementNotice> {
    private static final Logger LOG = Logger.getLogger(NoticeHandler.class);

    private final StoredAgreements agreements;
    private final StoredNotices notices;
    private final NegotiationTable negotiations;
    private final OperatorConfig self;
    private final LifeConfig config;
    private final InstantSource clock;

    NoticeHandler(
            StoredAgreements agreements,
            StoredNotices notices,
            NegotiationTable negotiations,
            OperatorConfig self,
            LifeConfig config,
            InstantSource clock) {
        this.agreements = agreements;
        this.notices = notices;
        this.negotiations = negotiations;
        this.self = self;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Class<AgreementNotice> accepts() {
        return AgreementNotice.class;
    }

    @Override
    public Class<AgreementNotice> sent() {
        return AgreementNotice.class;
    }

    @Override
    public Answer handle(VerifiedDocument<AgreementNotice> received) {
        AgreementNotice notice = received.body();
        OperatorId issuer = received.document().issuer();
        if (negotiations.isWith(notice.agreement(), issuer)) {
            negotiations.proved(notice.agreement(), received.document().buildsOn());
        }
        AgreementHistory history = agreements.history(notice.agreement());
        if (!isParty(history, issuer)) {
            return Answer.refused(
                    AgreementProblem.AGREEMENT_UNKNOWN.name(),
                    "There is no signed agreement " + notice.agreement() + " with " + issuer);
        }
        return violation(history, received)
                .map(broken -> Answer.refused(broken.code().name(), broken.sentence()))
                .orElseGet(() -> keep(received));
    }

    private Answer keep(VerifiedDocument<AgreementNotice> received) {
        notices.add(received, NoticeState.TOLD, clock.instant());
        LOG.infof(
                "notice received agreementId=%s operatorId=%s number=%d",
                received.body().agreement(),
                received.document().issuer(),
                received.body().number());
        return Answer.acknowledged();
    }

    private Optional<Violation> violation(AgreementHistory history, VerifiedDocument<AgreementNotice> received) {
        AgreementNotice notice = received.body();
        Instant signed = received.document().issuedAt();
        Instant now = clock.instant();
        // Late delivery must not shorten the notice that we get.
        boolean isLate =
                notice instanceof AgreementNotice.Termination && signed.isBefore(now.minus(config.noticeAgeMax()));
        return new NoticeRules(history, config.noticeMin(), isLate ? now : signed)
                .violatedBy(notice, received.document().issuer());
    }

    private static boolean isParty(AgreementHistory history, OperatorId issuer) {
        return history.versions().stream()
                .anyMatch(version -> version.terms().host().equals(issuer)
                        || version.terms().home().equals(issuer));
    }

    @Override
    public void answered(VerifiedDocument<AgreementNotice> sent, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Refusal(String code, String sentence)) {
            rejected(sent, code, sentence);
        } else {
            notices.answered(self.operator(), sent.body(), NoticeState.TOLD, "");
        }
    }

    @Override
    public void rejected(VerifiedDocument<AgreementNotice> sent, String code, String sentence) {
        LOG.warnf(
                "notice not taken agreementId=%s errorCode=%s: %s", sent.body().agreement(), code, sentence);
        notices.answered(self.operator(), sent.body(), NoticeState.REFUSED, code + ": " + sentence);
    }
}

package org.entente.agreements.life;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.NoticeState;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.StoredAgreements;
import org.entente.agreements.agreement.StoredNotices;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.problem.ProblemException;

/** Gives our notices: each is kept, signed and sent in one transaction, and holds here at once. */
@ApplicationScoped
public class Life {
    private final StoredAgreements agreements;
    private final StoredNotices notices;
    private final Outbox outbox;
    private final OperatorConfig self;
    private final LifeConfig config;
    private final InstantSource clock;

    Life(
            StoredAgreements agreements,
            StoredNotices notices,
            Outbox outbox,
            OperatorConfig self,
            LifeConfig config,
            InstantSource clock) {
        this.agreements = agreements;
        this.notices = notices;
        this.outbox = outbox;
        this.self = self;
        this.config = config;
        this.clock = clock;
    }

    /** Lets no more orders be placed under an agreement until we resume it. */
    @Transactional
    void suspend(AgreementId agreement, String reason) {
        give(agreement, (number, given) -> new AgreementNotice.Suspension(agreement, number, given, reason));
    }

    /** Lifts our own suspension. */
    @Transactional
    void resume(AgreementId agreement, String reason) {
        give(agreement, (number, given) -> new AgreementNotice.Resumption(agreement, number, given, reason));
    }

    /** Gives notice that an agreement ends at an instant. */
    @Transactional
    void terminate(AgreementId agreement, Instant end, String reason) {
        give(agreement, (number, given) -> new AgreementNotice.Termination(agreement, number, end, reason));
    }

    /** Makes a notice with its number, given at an instant. */
    private interface NoticeOf {
        AgreementNotice with(int number, Instant given);
    }

    private void give(AgreementId agreement, NoticeOf notice) {
        SignedAgreement last = agreements
                .find(agreement)
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.AGREEMENT_UNKNOWN, "There is no signed agreement called " + agreement));
        AgreementHistory history = agreements.history(agreement);
        Instant given = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AgreementNotice body = notice.with(notices.nextNumber(agreement, self.operator()), given);
        new NoticeRules(history, config.noticeMin(), given)
                .violatedBy(body, self.operator())
                .ifPresent(violation -> {
                    throw new ProblemException(violation.code(), violation.sentence());
                });
        VerifiedDocument<AgreementNotice> sent =
                outbox.send(last.terms().partnerOf(self.operator()), body, List.of(last.hash()));
        notices.add(sent, NoticeState.TELLING, given);
    }
}

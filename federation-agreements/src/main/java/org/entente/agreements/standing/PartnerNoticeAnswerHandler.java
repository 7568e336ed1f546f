package org.entente.agreements.standing;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.PartnerNotice.Standing;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.PartnerState;
import org.entente.agreements.partner.Partners;
import org.jboss.logging.Logger;

/** A partner heard how we stand to it. One that had vanished and now knows is an ended partner: both sides agree. */
@ApplicationScoped
public class PartnerNoticeAnswerHandler implements AnswerHandler<PartnerNotice> {
    private static final Logger LOG = Logger.getLogger(PartnerNoticeAnswerHandler.class);

    private final Partners partners;

    PartnerNoticeAnswerHandler(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Class<PartnerNotice> sent() {
        return PartnerNotice.class;
    }

    @Override
    public void answered(VerifiedDocument<PartnerNotice> sent, VerifiedDocument<?> answer) {
        OperatorId partner = sent.document().audience();
        boolean isVanished = partners.find(partner)
                .filter(one -> one.state() == PartnerState.VANISHED)
                .isPresent();
        if (sent.body().standing() == Standing.VANISHED && isVanished) {
            partners.changed(
                    partner, PartnerState.ENDED, sent.body().reason() + " (it came back and knows that it was closed)");
            LOG.infof("partner came back and knows that it was closed operatorId=%s", partner);
        }
    }

    @Override
    public void rejected(VerifiedDocument<PartnerNotice> sent, String code, String sentence) {
        LOG.warnf(
                "notice not taken operatorId=%s standing=%s errorCode=%s: %s",
                sent.document().audience(), sent.body().standing(), code, sentence);
    }
}

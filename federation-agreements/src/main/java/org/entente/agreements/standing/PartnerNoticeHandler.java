package org.entente.agreements.standing;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.partner.Partners;
import org.jboss.logging.Logger;

/** A partner tells how it stands to us. */
@ApplicationScoped
public class PartnerNoticeHandler implements DocumentHandler<PartnerNotice> {
    private static final Logger LOG = Logger.getLogger(PartnerNoticeHandler.class);

    private final Partners partners;

    PartnerNoticeHandler(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Class<PartnerNotice> accepts() {
        return PartnerNotice.class;
    }

    @Override
    public Answer handle(VerifiedDocument<PartnerNotice> received) {
        partners.told(received.document().issuer(), received.body());
        LOG.infof(
                "partner changed its standing operatorId=%s standing=%s",
                received.document().issuer(), received.body().standing());
        return Answer.acknowledged();
    }
}

package org.entente.agreements.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.PartnerNotice.Standing;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.PartnerState;
import org.entente.agreements.partner.Partners;

/** Changes how we stand to a partner, and tells it in the same transaction. */
@ApplicationScoped
public class Standings {
    private final Partners partners;
    private final Outbox outbox;

    Standings(Partners partners, Outbox outbox) {
        this.partners = partners;
        this.outbox = outbox;
    }

    /** Takes nothing more from the partner until it is resumed. What runs goes on running and is metered. */
    @Transactional
    Partner suspend(OperatorId operator, String reason) {
        return change(operator, PartnerState.SUSPENDED, Standing.SUSPENDED, reason);
    }

    @Transactional
    Partner resume(OperatorId operator, String reason) {
        return change(operator, PartnerState.ACTIVE, Standing.ACTIVE, reason);
    }

    /** Takes nothing from the partner ever again. */
    @Transactional
    Partner end(OperatorId operator, String reason) {
        return change(operator, PartnerState.ENDED, Standing.ENDED, reason);
    }

    private Partner change(OperatorId operator, PartnerState next, Standing standing, String reason) {
        PartnerState before = partners.confirmed(operator).state();
        PartnerNotice notice = new PartnerNotice(standing, reason);
        Partner changed = partners.changed(operator, next, reason);
        if (before != next) {
            outbox.send(operator, notice, List.of());
        }
        return changed;
    }
}

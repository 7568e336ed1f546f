package org.entente.agreements.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.PartnerNotice.Standing;
import org.entente.agreements.exchange.StoredOutbox;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.PartnerState;
import org.entente.agreements.partner.Partners;

/** Changes how we stand to a partner, and tells it in the same transaction. */
@ApplicationScoped
public class Standings {
    private final Partners partners;
    private final StoredOutbox outbox;

    Standings(Partners partners, StoredOutbox outbox) {
        this.partners = partners;
        this.outbox = outbox;
    }

    /** Begins nothing with the partner until it is resumed. What was begun goes on, and is metered. */
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

    /**
     * Closes everything with a partner that does not answer: nobody waits for it any more. Should it come back, it gets the
     * signed notice of this.
     */
    @Transactional
    Partner vanish(OperatorId operator, String reason) {
        Partner vanished = change(operator, PartnerState.VANISHED, Standing.VANISHED, reason);
        outbox.hurry(operator);
        return vanished;
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

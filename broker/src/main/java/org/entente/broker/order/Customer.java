package org.entente.broker.order;

import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;

/** For whom an order is. Both kinds run through the same ordering. */
public sealed interface Customer {
    /** A tenant of ours. */
    record OwnTenant(TenantId tenant) implements Customer {}

    /**
     * A partner, for a tenant of its own that we do not know.
     *
     * @param tenant what the partner calls it, where the agreement limits what one tenant may hold
     */
    record PartnerOperator(OperatorId operator, AgreementId agreement, Optional<TenantPseudonym> tenant)
            implements Customer {}
}

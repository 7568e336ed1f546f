package org.entente.broker.order;

import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;

/** For whom an order is. Both kinds run through the same ordering. */
public sealed interface Customer {
    /** A tenant of ours. */
    record OwnTenant(TenantId tenant) implements Customer {}

    /** A partner, for a tenant of its own that we do not know. */
    record PartnerOperator(OperatorId operator, AgreementId agreement) implements Customer {}
}

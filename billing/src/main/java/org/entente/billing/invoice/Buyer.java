package org.entente.billing.invoice;

import java.util.UUID;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;

/** Whom an invoice is for. */
public sealed interface Buyer {
    String id();

    /** A home operator, for an accepted statement. */
    record Partner(OperatorId operator, AgreementId agreement, UUID statement) implements Buyer {
        @Override
        public String id() {
            return operator.value();
        }
    }

    /** A tenant of the issuer. */
    record Customer(TenantId tenant) implements Buyer {
        @Override
        public String id() {
            return tenant.value();
        }
    }
}

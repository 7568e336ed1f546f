package org.entente.billing.export;

import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;

/** What operators and tenants are called in an export: their legal name, or their id where no name is configured. */
interface FocusNames {
    String of(OperatorId operator);

    String of(TenantId tenant);
}

package org.entente.agreements.partner;

import org.entente.agreements.language.OperatorId;

/** An engineer confirmed a partner's fingerprint. Fired in the transaction of the confirmation. */
public record PartnerConfirmed(OperatorId partner) {}

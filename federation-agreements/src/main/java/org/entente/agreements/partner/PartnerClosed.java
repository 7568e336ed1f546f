package org.entente.agreements.partner;

import java.time.Instant;
import org.entente.agreements.language.OperatorId;

/**
 * There will be no more business with a partner, because it was ended or has vanished. Fired in the transaction of the
 * change, for those who close their own books on it, such as with a final statement.
 */
public record PartnerClosed(OperatorId partner, PartnerState state, Instant at) {}

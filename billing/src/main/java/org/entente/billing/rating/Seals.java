package org.entente.billing.rating;

import java.time.YearMonth;

/** Which periods are sealed: their statement or invoice is out, so nothing more may be charged in them. */
public interface Seals {
    /**
     * Whether a period is sealed for one contract.
     *
     * @param contract the id of the agreement or of the tenant
     */
    boolean isSealed(Side side, String contract, YearMonth period);
}

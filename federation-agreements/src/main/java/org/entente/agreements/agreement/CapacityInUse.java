package org.entente.agreements.agreement;

import java.math.BigDecimal;
import org.entente.agreements.language.AgreementId;

/** What runs under an agreement on our sites; answered by the module that runs it. */
public interface CapacityInUse {
    /** What the home operator holds under the agreement now. */
    InUse under(AgreementId agreement);

    /**
     * Capacity that is held.
     *
     * @param memoryGib memory over all instances, in GiB
     */
    record InUse(int instances, BigDecimal vcpu, BigDecimal memoryGib) {
        public static final InUse NOTHING = new InUse(0, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}

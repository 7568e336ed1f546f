package org.entente.agreements.terms;

import java.math.BigDecimal;

/**
 * The most that the home operator may hold at once under an agreement.
 *
 * @param instances how many instances
 * @param vcpu virtual processors over all instances
 * @param memoryGib memory over all instances, in GiB
 */
public record Quota(int instances, BigDecimal vcpu, BigDecimal memoryGib) {
    public Quota {
        if (instances < 0 || vcpu.signum() < 0 || memoryGib.signum() < 0) {
            throw new IllegalArgumentException("A quota must not be negative");
        }
    }
}

package org.entente.agreements.terms;

import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.language.Money;

/**
 * The most that the home operator may hold at once under an agreement.
 *
 * @param instances how many instances
 * @param vcpu virtual processors over all instances
 * @param memoryGib memory over all instances, in GiB
 * @param gpu graphics processors over all instances; absent for no limit
 * @param perTenant the same for any one tenant; absent for no limit
 * @param creditLimit the most that may be unpaid; above it no order is taken. Absent for no limit
 */
public record Quota(
        int instances,
        BigDecimal vcpu,
        BigDecimal memoryGib,
        Optional<BigDecimal> gpu,
        Optional<TenantQuota> perTenant,
        Optional<Money> creditLimit)
        implements Ceiling {
    public Quota {
        if (instances < 0
                || isNegative(vcpu)
                || isNegative(memoryGib)
                || gpu.map(Quota::isNegative).orElse(false)) {
            throw new IllegalArgumentException("A quota must not be negative");
        }
        if (creditLimit.map(Money::amount).map(Quota::isNegative).orElse(false)) {
            throw new IllegalArgumentException("A credit limit must not be negative");
        }
    }

    public Quota(int instances, BigDecimal vcpu, BigDecimal memoryGib) {
        this(instances, vcpu, memoryGib, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static boolean isNegative(BigDecimal amount) {
        return amount.signum() < 0;
    }
}

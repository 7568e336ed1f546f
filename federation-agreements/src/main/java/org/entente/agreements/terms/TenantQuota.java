package org.entente.agreements.terms;

import java.math.BigDecimal;
import java.util.Optional;

/** The most that the home operator may hold at once for any one of its tenants. Every order must then name its tenant. */
public record TenantQuota(int instances, BigDecimal vcpu, BigDecimal memoryGib, Optional<BigDecimal> gpu)
        implements Ceiling {
    public TenantQuota {
        if (instances < 0
                || isNegative(vcpu)
                || isNegative(memoryGib)
                || gpu.map(TenantQuota::isNegative).orElse(false)) {
            throw new IllegalArgumentException("A tenant's quota must not be negative");
        }
    }

    private static boolean isNegative(BigDecimal amount) {
        return amount.signum() < 0;
    }
}

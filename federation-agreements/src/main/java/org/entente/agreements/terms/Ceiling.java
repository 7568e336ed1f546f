package org.entente.agreements.terms;

import java.math.BigDecimal;
import java.util.Optional;

/** The most that may be held at once: of virtual processors, of memory in GiB and of graphics processors over all instances. */
public sealed interface Ceiling permits Quota, TenantQuota {
    int instances();

    BigDecimal vcpu();

    BigDecimal memoryGib();

    /** Absent for no limit of its own. */
    Optional<BigDecimal> gpu();
}

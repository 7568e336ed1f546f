package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.Optional;
import org.entente.broker.site.Amounts;

/** What a site has a limited amount of. */
@SuppressWarnings("EnumOrdinal") // The numbers live as long as one question and are never kept or sent.
enum Resource {
    VCPU("vCPU"),
    MEMORY("GiB of memory"),
    DISK("GiB of disk"),
    GPU("GPU");

    private static final Resource[] ALL = values();
    private final String unit;

    Resource(String unit) {
        this.unit = unit;
    }

    /** Its place among the resources. */
    int position() {
        return ordinal();
    }

    /** The resource of a column of {@link Room}. */
    static Resource ofColumn(int column) {
        return ALL[column % ALL.length];
    }

    /** The unit that it is counted in, as people read it. */
    String unit() {
        return unit;
    }

    Optional<BigDecimal> of(Amounts amounts) {
        return switch (this) {
            case VCPU -> amounts.vcpu();
            case MEMORY -> amounts.memoryGib();
            case DISK -> amounts.diskGib();
            case GPU -> amounts.gpus().map(BigDecimal::valueOf);
        };
    }
}

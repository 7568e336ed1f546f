package org.entente.broker.site;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much there is of each resource; what nobody told is absent.
 *
 * @param vcpu virtual processors
 * @param memoryGib memory in GiB
 * @param diskGib ephemeral disk in GiB
 * @param gpus graphics processors
 */
public record Amounts(
        Optional<BigDecimal> vcpu,
        Optional<BigDecimal> memoryGib,
        Optional<BigDecimal> diskGib,
        Optional<Integer> gpus) {
    /** Nothing is known. */
    public static final Amounts UNKNOWN =
            new Amounts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Amounts of(BigDecimal vcpu, BigDecimal memoryGib) {
        return new Amounts(Optional.of(vcpu), Optional.of(memoryGib), Optional.empty(), Optional.empty());
    }
}

package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.List;

/** Why a workload does not fit a site: what the site lacks, or what the customer's policy rules out. */
@SuppressWarnings("EnumOrdinal") // The numbers live as long as one question and are never kept or sent.
public enum Reason {
    TECHNOLOGY_DIFFERS,
    FLAVOUR_NOT_OFFERED,
    IMAGE_NOT_OFFERED,
    /** The image is to come from another site, which has no such image. */
    IMAGE_SOURCE_UNKNOWN,
    IMAGE_FORMAT_NOT_ACCEPTED,
    IMAGE_NEEDS_MORE_DISK,
    ARCHITECTURE_NOT_OFFERED,
    GPU_NOT_OFFERED,
    /** One machine, or one group of containers, is larger than the largest free host. See {@link Room} for the order. */
    LARGEST_VCPU,
    LARGEST_MEMORY,
    LARGEST_DISK,
    LARGEST_GPU,
    /** All of it together is more than what is free. */
    FREE_VCPU,
    FREE_MEMORY,
    FREE_DISK,
    FREE_GPU,
    /** All of it together is more than there is. */
    TOTAL_VCPU,
    TOTAL_MEMORY,
    TOTAL_DISK,
    TOTAL_GPU,
    /** All of it together is more than the broker's account may hold there. */
    QUOTA_VCPU,
    QUOTA_MEMORY,
    QUOTA_DISK,
    QUOTA_GPU,
    VOLUME_TYPE_NOT_OFFERED,
    NETWORK_NOT_OFFERED,
    PUBLIC_ADDRESS_NOT_OFFERED,
    /** From here on: what the policy rules out. */
    COUNTRY_NOT_WANTED,
    RESIDENCY_NOT_ALLOWED,
    TECHNOLOGY_NOT_WANTED,
    OPERATOR_NOT_WANTED,
    TOO_FAR,
    LATENCY_TOO_HIGH,
    TOO_EXPENSIVE,
    ENERGY_TOO_DIRTY,
    /** The policy only wants sites that told all that matters, and this one did not. */
    NOT_TOLD;

    private static final Reason[] ALL = values();

    /** All reasons' bits; the bits of {@link Fact} are others. */
    static final long BITS = (1L << ALL.length) - 1;

    long bit() {
        return 1L << ordinal();
    }

    /** Whether the customer's policy rules the site out, rather than the site lacking something. */
    boolean isOfPolicy() {
        return ordinal() >= COUNTRY_NOT_WANTED.ordinal();
    }

    static List<Reason> in(long bits) {
        List<Reason> found = new ArrayList<>();
        for (long left = bits & BITS; left != 0; left &= left - 1) {
            found.add(ALL[Long.numberOfTrailingZeros(left)]);
        }
        return List.copyOf(found);
    }

    /** The bits of limits that are broken, from a bit for each column of {@link Room}. */
    static long bitsOfRoom(long columns) {
        return columns << LARGEST_VCPU.ordinal();
    }

    /** The column of {@link Room} whose limit it is about. */
    int column() {
        return ordinal() - LARGEST_VCPU.ordinal();
    }
}

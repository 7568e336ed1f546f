package org.entente.agreements.language;

/**
 * What is counted. The first five are the measures of edge enabling infrastructure usage in 3GPP TS 32.257 clause
 * 5.2.2 (mean virtual CPU, memory and disk, data volume in and out); the others are what edge sites also sell.
 *
 * <p>A meter over time is counted in resource-seconds: two vCPU for one minute are 120 {@code VCPU} seconds. A meter of
 * volume is counted in gibibytes.
 */
public enum Meter {
    /** Virtual processors held. Counted in vCPU-seconds. */
    VCPU("vCPU", Counting.OVER_TIME),
    /** Memory held. Counted in GiB-seconds. */
    MEMORY("GiB", Counting.OVER_TIME),
    /** Ephemeral disk held. Counted in GiB-seconds. */
    DISK("GiB", Counting.OVER_TIME),
    /** Data received by the instance. Counted in GiB. */
    BYTES_IN("GiB", Counting.VOLUME),
    /** Data sent by the instance. Counted in GiB. */
    BYTES_OUT("GiB", Counting.VOLUME),
    /** Graphics processors held. Counted in GPU-seconds. */
    GPU("GPU", Counting.OVER_TIME),
    /** Persistent volume held. Counted in GiB-seconds. */
    VOLUME("GiB", Counting.OVER_TIME),
    /** Public addresses held. Counted in address-seconds. */
    PUBLIC_ADDRESS("Address", Counting.OVER_TIME);

    /** Whether a quantity grows with time held or with data moved. */
    public enum Counting {
        OVER_TIME,
        VOLUME
    }

    private final String resource;
    private final Counting counting;

    Meter(String resource, Counting counting) {
        this.resource = resource;
        this.counting = counting;
    }

    /** The resource's own unit, singular: {@code vCPU}, {@code GiB}, {@code GPU}, {@code Address}. */
    public String resource() {
        return resource;
    }

    public Counting counting() {
        return counting;
    }
}

package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.List;

/** Something that matters for a workload and that a site may leave untold. */
@SuppressWarnings("EnumOrdinal") // The numbers live as long as one question and are never kept or sent.
public enum Fact {
    ARCHITECTURES("which processors it has"),
    GPUS("which GPUs it has"),
    IMAGES("which images it has"),
    IMAGE_CHECKSUMS("the checksums of its images"),
    IMAGE_FORMATS("which image formats it accepts"),
    VOLUME_TYPES("which volume types it has"),
    NETWORKS("which networks it has"),
    PUBLIC_ADDRESSES("whether it has public addresses"),
    LARGEST("how much one host has free at most"),
    FREE("how much is free"),
    TOTAL("how much there is"),
    QUOTA("how much may be held there"),
    LOCATION("where it stands"),
    ENERGY("the carbon of its electricity");

    private static final Fact[] ALL = values();
    private static final int HIGHEST_BIT = 62;

    /** All facts' bits. */
    static final long BITS = ((1L << ALL.length) - 1) << (HIGHEST_BIT - ALL.length + 1);

    private final String words;

    Fact(String words) {
        this.words = words;
    }

    /** What people read: which facilities are not known. */
    public String words() {
        return words;
    }

    /** From the top, so that one number holds facts beside {@link Reason}s. */
    long bit() {
        return 1L << (HIGHEST_BIT - ordinal());
    }

    static List<Fact> in(long bits) {
        List<Fact> found = new ArrayList<>();
        for (Fact fact : ALL) {
            if ((bits & fact.bit()) != 0) {
                found.add(fact);
            }
        }
        return List.copyOf(found);
    }
}

package org.entente.agreements.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;

/**
 * A host operator's expiring statement of what its sites can do for one partner under one agreement, whose rate card
 * prices it.
 *
 * @param number grows with every change; a partner ignores a lower one than it has
 */
public record Offer(AgreementId agreement, long number, Instant expiresAt, List<OfferedSite> sites)
        implements DocumentBody {
    public Offer {
        sites = List.copyOf(sites);
    }

    /**
     * One site on offer. The country is an ISO 3166-1 alpha-2 code.
     *
     * @param details what else its operator chooses to tell of it
     */
    public record OfferedSite(
            SiteId site,
            String name,
            String country,
            Technology technology,
            String release,
            List<OfferedFlavour> flavours,
            List<String> images,
            Instant seenAt,
            Optional<OfferedDetails> details) {
        public OfferedSite {
            flavours = List.copyOf(flavours);
            images = List.copyOf(images);
        }

        /** A site of which no more is told. */
        public OfferedSite(
                SiteId site,
                String name,
                String country,
                Technology technology,
                String release,
                List<OfferedFlavour> flavours,
                List<String> images,
                Instant seenAt) {
            this(site, name, country, technology, release, flavours, images, seenAt, Optional.empty());
        }
    }

    /**
     * One size of virtual machine. Memory and disk in GiB.
     *
     * @param gpus graphics processors; absent where it asks for none
     */
    public record OfferedFlavour(
            String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, Optional<Integer> gpus) {
        /** A size without graphics processors. */
        public OfferedFlavour(String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib) {
            this(name, vcpu, memoryGib, diskGib, Optional.empty());
        }
    }
}

package org.entente.agreements.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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

    /** One site on offer. The country is an ISO 3166-1 alpha-2 code. */
    public record OfferedSite(
            SiteId site,
            String name,
            String country,
            Technology technology,
            String release,
            List<OfferedFlavour> flavours,
            List<String> images,
            Instant seenAt) {
        public OfferedSite {
            flavours = List.copyOf(flavours);
            images = List.copyOf(images);
        }
    }

    /** One size of virtual machine. Memory and disk in GiB. */
    public record OfferedFlavour(String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib) {}
}

package org.entente.broker.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.SiteCapabilities.Flavour;

/**
 * A site that could take an instance: one of our own, or a partner's on offer under an agreement.
 *
 * @param agreement absent for our own sites
 * @param images the images by name, for sites that hold images
 * @param seenAt when its capabilities were probed
 */
public record Candidate(
        Place place,
        Optional<AgreementId> agreement,
        String name,
        String country,
        Technology technology,
        String release,
        List<Flavour> flavours,
        List<String> images,
        Instant seenAt) {
    public Candidate {
        flavours = List.copyOf(flavours);
        images = List.copyOf(images);
    }
}

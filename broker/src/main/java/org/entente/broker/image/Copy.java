package org.entente.broker.image;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.SiteId;

/**
 * One copy to work on.
 *
 * @param to the site that needs it
 * @param sha256 what its bytes must have, where that is known beforehand
 * @param imageId what the site knows it by, once it is there
 */
record Copy(UUID id, SiteId to, Source source, Optional<String> sha256, Optional<String> imageId, int attempts) {
    /** Where the bytes come from. */
    sealed interface Source {
        /** An image of this name at a site of ours. */
        record OtherSite(SiteId site, String name) implements Source {}

        /** An address in the web. */
        record Address(URI address) implements Source {}
    }

    static Copy of(ImageCopyEntity entity) {
        Source source = entity.sourceAddress == null
                ? new Source.OtherSite(new SiteId(String.valueOf(entity.sourceSite)), String.valueOf(entity.sourceName))
                : new Source.Address(URI.create(entity.sourceAddress));
        return new Copy(
                entity.copy,
                new SiteId(entity.site),
                source,
                Optional.ofNullable(entity.sha256),
                Optional.ofNullable(entity.imageId),
                entity.attempts);
    }
}

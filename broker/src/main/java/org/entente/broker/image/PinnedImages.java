package org.entente.broker.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.language.SiteId;

/** Copies of images that engineers want at a site, whether an instance needs them or not. They stay. */
@ApplicationScoped
public class PinnedImages {
    private final ImageCopies copies;
    private final InstantSource clock;

    PinnedImages(ImageCopies copies, InstantSource clock) {
        this.copies = copies;
        this.clock = clock;
    }

    /** How far a copy is. */
    public sealed interface Progress {
        /** The site has it, with these bytes. */
        record Ready(String sha256) implements Progress {}

        /** It is on its way, as the reason tells. */
        record Waiting(String reason) implements Progress {}

        /** It will not come, for this reason. */
        record Failed(String reason) implements Progress {}
    }

    /** Asks for a copy; one that failed before is tried again. */
    public Progress ask(SiteId site, ImageSource source) {
        copies.retry(site, source, clock.instant());
        return look(site, source);
    }

    /** How far it is. One that was being removed when it was asked for is asked for once more. */
    public Progress look(SiteId site, ImageSource source) {
        ImageCopyEntity copy = copies.pinned(site, source, clock.instant());
        String label = source.label();
        return switch (copy.state) {
            case READY -> new Progress.Ready(String.valueOf(copy.sha256));
            case COPYING -> new Progress.Waiting("Copies the image " + label + ": " + ImageSupply.progress(copy) + ".");
            case REMOVING -> new Progress.Waiting("Removes an old copy of the image " + label + " before the next.");
            case FAILED -> new Progress.Failed("The image " + label + " could not be copied: " + copy.reason);
        };
    }
}

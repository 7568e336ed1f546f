package org.entente.broker.administration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.language.SiteId;
import org.entente.broker.administration.PushTargets.Attempt;
import org.entente.broker.image.PinnedImages;
import org.entente.broker.image.PinnedImages.Progress;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteAdministration.Ensured;
import org.entente.broker.site.SiteConnections;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.SiteImages;
import org.entente.broker.site.SiteImages.StoredImage;
import org.entente.broker.site.Sites;

/** Brings an image to a site by a copy that stays, and gives it its name there. */
@ApplicationScoped
class ImagePushing {
    private final Sites sites;
    private final SiteConnections connections;
    private final PinnedImages copies;
    private final PushConfig config;

    ImagePushing(Sites sites, SiteConnections connections, PinnedImages copies, PushConfig config) {
        this.sites = sites;
        this.connections = connections;
        this.copies = copies;
        this.config = config;
    }

    /** What the attempt comes to before the image is there to be named, if it comes to its end. */
    Optional<PushResult> attempt(Attempt attempt, PushContent.Image image, Site site) {
        SiteImages there = imagesOf(site);
        Optional<StoredImage> known = there.named(image.name());
        if (known.isPresent()) {
            return Optional.of(compared(image, known.get(), there));
        }
        Progress progress = attempt.isFirst()
                ? copies.ask(attempt.site(), image.source())
                : copies.look(attempt.site(), image.source());
        return switch (progress) {
            case Progress.Ready ready -> Optional.empty();
            case Progress.Waiting(String reason) ->
                Optional.of(new PushResult.Waiting("COPYING", reason, config.retryAfter()));
            case Progress.Failed(String reason) -> Optional.of(new PushResult.Refused("IMAGE", reason));
        };
    }

    /** The last step, once its copy is there. */
    Ensured named(Attempt attempt, PushContent.Image image, SiteAdministration administration) {
        return switch (copies.look(attempt.site(), image.source())) {
            case Progress.Ready(String sha256) -> administration.ensureImageName(image.name(), sha256);
            case Progress.Waiting(String reason) -> throw new SiteException(Code.UNREACHABLE, reason);
            case Progress.Failed(String reason) -> throw new SiteException(Code.BROKEN, reason);
        };
    }

    private PushResult compared(PushContent.Image image, StoredImage known, SiteImages there) {
        boolean isSame = switch (image.source()) {
            case ImageSource.AtAddress web ->
                there.withSha256(web.sha256()).filter(known::equals).isPresent();
            case ImageSource.AtSite elsewhere -> isSame(known, source(elsewhere));
            case ImageSource.Named named -> throw new IllegalArgumentException("No source: " + named);
            case ImageSource.WithChecksum content -> throw new IllegalArgumentException("No source: " + content);
        };
        return isSame
                ? new PushResult.Done(PushChange.UNCHANGED, "The image " + image.name() + " was there already.")
                : new PushResult.Refused(
                        "DIFFERS",
                        "The site has an image " + image.name() + " that is not known to have the same bytes.");
    }

    /** Sites keep checksums of different algorithms; where they cannot be compared, nothing is claimed. */
    private static boolean isSame(StoredImage known, StoredImage source) {
        return known.checksum().isPresent() && known.checksum().equals(source.checksum());
    }

    private StoredImage source(ImageSource.AtSite elsewhere) {
        SiteId id = elsewhere.site();
        ConnectedSite site = sites.find(id)
                .orElseThrow(() -> new SiteException(Code.NOT_OFFERED, "There is no site " + id + " of ours."));
        return imagesOf(connections.at(site.technology(), site.endpoint()))
                .named(elsewhere.name())
                .orElseThrow(() -> new SiteException(
                        Code.NOT_OFFERED, "The site " + id + " has no image '" + elsewhere.name() + "' in use."));
    }

    private static SiteImages imagesOf(Site site) {
        return site.images()
                .orElseThrow(
                        () -> new SiteException(Code.NOT_OFFERED, "The site keeps no images of virtual machines."));
    }
}

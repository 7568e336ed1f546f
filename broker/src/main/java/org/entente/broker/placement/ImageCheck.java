package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.broker.site.SiteCapabilities.Image;
import org.entente.broker.site.SiteCapabilities.Images;

/** Whether a site has the image of a wish, or takes it in. */
final class ImageCheck {
    private ImageCheck() {}

    static long of(Demand demand, Images images) {
        if (!(demand.wish() instanceof WorkloadWish.VirtualMachineWish machine)) {
            return 0;
        }
        return switch (machine.image()) {
            case ImageSource.Named(String name) ->
                Told.judged(
                        told(images)
                                .map(there -> there.stream()
                                        .anyMatch(image -> image.name().equals(name))),
                        Reason.IMAGE_NOT_OFFERED,
                        Fact.IMAGES);
            case ImageSource.WithChecksum(String sha256) -> withChecksum(sha256, images);
            case ImageSource.AtAddress(var address, String sha256) ->
                has(sha256, images) ? 0 : takesIn(format(demand), images);
            case ImageSource.AtSite source -> fromSite(demand, images);
        };
    }

    /** The disk that the image needs at the site; zero where nobody told. */
    static long minimumDisk(Demand demand, Images images) {
        if (!(demand.wish() instanceof WorkloadWish.VirtualMachineWish machine)) {
            return 0;
        }
        Optional<Image> image = switch (machine.image()) {
            case ImageSource.Named(String name) ->
                images.there().stream()
                        .filter(there -> there.name().equals(name))
                        .max(Comparator.comparing(
                                there -> there.minimumDiskGib().orElse(BigDecimal.ZERO)));
            case ImageSource.WithChecksum(String sha256) -> find(sha256, images);
            case ImageSource.AtAddress(var address, String sha256) -> find(sha256, images);
            case ImageSource.AtSite source -> demand.source();
        };
        return image.flatMap(Image::minimumDiskGib).map(Scaled::needed).orElse(0L);
    }

    /** The format of an image that comes from elsewhere, as its own site or the wish says. */
    static Optional<String> format(Demand demand) {
        return demand.source()
                .flatMap(Image::format)
                .or(() -> demand.requirements().imageFormat());
    }

    private static long withChecksum(String sha256, Images images) {
        if (has(sha256, images)) {
            return 0;
        }
        boolean allTold = told(images).isPresent()
                && images.there().stream().allMatch(image -> image.sha256().isPresent());
        return allTold ? Reason.IMAGE_NOT_OFFERED.bit() : Fact.IMAGE_CHECKSUMS.bit();
    }

    private static long fromSite(Demand demand, Images images) {
        if (demand.source().isEmpty()) {
            return Reason.IMAGE_SOURCE_UNKNOWN.bit();
        }
        boolean there = demand.source()
                .flatMap(Image::sha256)
                .map(sha256 -> has(sha256, images))
                .orElse(false);
        return there ? 0 : takesIn(format(demand), images);
    }

    private static long takesIn(Optional<String> format, Images images) {
        Optional<Boolean> takes = format.flatMap(one -> images.formats().map(formats -> formats.contains(one)));
        return Told.judged(takes, Reason.IMAGE_FORMAT_NOT_ACCEPTED, Fact.IMAGE_FORMATS);
    }

    /** The images, unless it seems that nobody ever listed them. */
    static Optional<List<Image>> told(Images images) {
        return images.equals(Images.UNKNOWN) ? Optional.empty() : Optional.of(images.there());
    }

    private static boolean has(String sha256, Images images) {
        return find(sha256, images).isPresent();
    }

    private static Optional<Image> find(String sha256, Images images) {
        return images.there().stream()
                .filter(image -> image.sha256().map(sha256::equals).orElse(false))
                .findFirst();
    }
}

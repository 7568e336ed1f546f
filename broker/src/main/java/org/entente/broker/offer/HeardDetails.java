package org.entente.broker.offer;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OfferedDetails;
import org.entente.agreements.document.OfferedDetails.OfferedAmounts;
import org.entente.agreements.document.OfferedDetails.OfferedCapacity;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Gpu;
import org.entente.broker.site.SiteCapabilities.Image;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;

/** What a partner's details say of its site's capabilities. What it did not tell is unknown. Pure. */
final class HeardDetails {
    private HeardDetails() {}

    static SiteCapabilities of(
            SiteCapabilities bare, List<Flavour> flavours, List<String> imageNames, OfferedDetails details) {
        return new SiteCapabilities(
                bare.technology(),
                bare.release(),
                bare.apis(),
                flavours,
                details.virtualMachines().orElse(bare.virtualMachines()),
                capacity(details),
                details.architectures(),
                details.gpus().map(HeardDetails::gpus),
                images(imageNames, details),
                new Storage(details.volumeTypes(), Optional.empty()),
                new Networking(Optional.empty(), details.publicAddresses(), Optional.empty()),
                List.of());
    }

    /** A class says how much there is at least, so it sets no limit: only exact amounts are taken for the room there. */
    private static Capacity capacity(OfferedDetails details) {
        Optional<OfferedCapacity> exact = details.capacity().filter(OfferedCapacity::exact);
        return new Capacity(
                exact.map(OfferedCapacity::total).map(HeardDetails::amounts).orElse(Amounts.UNKNOWN),
                exact.map(OfferedCapacity::free).map(HeardDetails::amounts).orElse(Amounts.UNKNOWN),
                details.largest().map(HeardDetails::amounts).orElse(Amounts.UNKNOWN),
                Amounts.UNKNOWN);
    }

    private static Amounts amounts(OfferedAmounts told) {
        return new Amounts(told.vcpu(), told.memoryGib(), told.diskGib(), told.gpus());
    }

    private static List<Gpu> gpus(List<OfferedDetails.OfferedGpu> told) {
        return told.stream()
                .map(gpu -> new Gpu(gpu.vendor(), gpu.model(), gpu.count()))
                .toList();
    }

    private static Images images(List<String> names, OfferedDetails details) {
        List<Image> there = details.images()
                .map(told -> told.stream()
                        .map(image -> new Image(image.name(), image.sha256(), image.format(), image.minimumDiskGib()))
                        .toList())
                .orElseGet(() -> Images.named(names).there());
        return new Images(details.imageFormats(), there);
    }
}

package org.entente.broker.offer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OfferedDetails;
import org.entente.agreements.document.OfferedDetails.OfferedAmounts;
import org.entente.agreements.document.OfferedDetails.OfferedCapacity;
import org.entente.agreements.document.OfferedDetails.OfferedGpu;
import org.entente.agreements.document.OfferedDetails.OfferedImage;
import org.entente.agreements.document.OfferedDetails.OfferedLocation;
import org.entente.broker.offer.Disclosure.CapacityShown;
import org.entente.broker.offer.Disclosure.Detail;
import org.entente.broker.placement.Candidate;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities;

/** What we tell a partner of a site beside what we must. Pure. */
final class ToldDetails {
    private ToldDetails() {}

    static OfferedDetails of(Candidate candidate, Disclosure disclosure) {
        SiteCapabilities seen = candidate.capabilities();
        boolean images = disclosure.tells(Detail.IMAGES);
        return new OfferedDetails(
                candidate
                        .location()
                        .filter(there -> disclosure.tells(Detail.LOCATION))
                        .map(there -> new OfferedLocation(there.latitude(), there.longitude())),
                candidate.gramsCo2PerKwh().filter(grams -> disclosure.tells(Detail.ENERGY)),
                capacity(seen.capacity(), disclosure.capacity()),
                disclosure.capacity() == CapacityShown.HIDDEN
                        ? Optional.empty()
                        : Optional.of(amounts(seen.capacity().largest())),
                Optional.of(seen.virtualMachines()),
                seen.architectures()
                        .filter(some -> disclosure.tells(Detail.ARCHITECTURES))
                        .map(ToldDetails::bounded),
                seen.gpus().filter(some -> disclosure.tells(Detail.GPUS)).map(ToldDetails::gpus),
                seen.images().formats().filter(some -> images).map(ToldDetails::bounded),
                Optional.of(seen.images().there()).filter(some -> images).map(ToldDetails::images),
                seen.storage()
                        .types()
                        .filter(some -> disclosure.tells(Detail.VOLUMES))
                        .map(ToldDetails::bounded),
                seen.networking().publicAddresses().filter(had -> disclosure.tells(Detail.NETWORKING)));
    }

    private static Optional<OfferedCapacity> capacity(SiteCapabilities.Capacity there, CapacityShown shown) {
        return switch (shown) {
            case HIDDEN -> Optional.empty();
            case CLASSES -> Optional.of(new OfferedCapacity(false, classes(there.total()), classes(there.free())));
            case EXACT -> Optional.of(new OfferedCapacity(true, amounts(there.total()), amounts(there.free())));
        };
    }

    private static OfferedAmounts amounts(Amounts known) {
        return new OfferedAmounts(known.vcpu(), known.memoryGib(), known.diskGib(), known.gpus());
    }

    private static OfferedAmounts classes(Amounts known) {
        return new OfferedAmounts(
                known.vcpu().map(ToldDetails::classOf),
                known.memoryGib().map(ToldDetails::classOf),
                known.diskGib().map(ToldDetails::classOf),
                known.gpus().map(Integer::highestOneBit));
    }

    /** The largest power of two that is not more, or zero below one. */
    private static BigDecimal classOf(BigDecimal amount) {
        BigInteger whole = amount.toBigInteger();
        return whole.signum() <= 0 ? BigDecimal.ZERO : new BigDecimal(BigInteger.TWO.pow(whole.bitLength() - 1));
    }

    private static List<OfferedGpu> gpus(List<SiteCapabilities.Gpu> gpus) {
        return bounded(gpus).stream()
                .map(gpu -> new OfferedGpu(gpu.vendor(), gpu.model(), gpu.count()))
                .toList();
    }

    private static List<OfferedImage> images(List<SiteCapabilities.Image> images) {
        return bounded(images).stream()
                .map(image -> new OfferedImage(image.name(), image.sha256(), image.format(), image.minimumDiskGib()))
                .toList();
    }

    private static <T> List<T> bounded(List<T> list) {
        return list.stream().limit(OfferedDetails.LIST_MAX).toList();
    }
}

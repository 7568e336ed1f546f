package org.entente.agreements.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an operator chooses to tell of a site beside what it must. Whatever is absent is not told: it is neither zero nor
 * without a limit. No list has more than {@value #LIST_MAX} members, so that an offer stays of a moderate size.
 *
 * @param location where the site stands
 * @param gramsCo2PerKwh of its electricity
 * @param capacity how much there is
 * @param largest what one virtual machine or one group of containers can have at most
 * @param virtualMachines whether it runs virtual machines
 * @param architectures of its processors: {@code x86_64}, {@code arm64}
 * @param gpus its graphics processors by vendor and model
 * @param imageFormats the disk formats that can be brought in, as Glance names them
 * @param images what is known of the images that can be used now
 * @param volumeTypes where volumes come from, by name
 * @param publicAddresses whether an address that the internet reaches can be had
 */
public record OfferedDetails(
        Optional<OfferedLocation> location,
        Optional<BigDecimal> gramsCo2PerKwh,
        Optional<OfferedCapacity> capacity,
        Optional<OfferedAmounts> largest,
        Optional<Boolean> virtualMachines,
        Optional<List<String>> architectures,
        Optional<List<OfferedGpu>> gpus,
        Optional<List<String>> imageFormats,
        Optional<List<OfferedImage>> images,
        Optional<List<String>> volumeTypes,
        Optional<Boolean> publicAddresses) {
    public static final int LIST_MAX = 200;

    public OfferedDetails {
        architectures = architectures.map(OfferedDetails::bounded);
        gpus = gpus.map(OfferedDetails::bounded);
        imageFormats = imageFormats.map(OfferedDetails::bounded);
        images = images.map(OfferedDetails::bounded);
        volumeTypes = volumeTypes.map(OfferedDetails::bounded);
    }

    private static <T> List<T> bounded(List<T> list) {
        if (list.size() > LIST_MAX) {
            throw new IllegalArgumentException("A list of an offer has at most " + LIST_MAX + " members");
        }
        return List.copyOf(list);
    }

    /** A point on the earth, in degrees of WGS 84: north and east are positive. */
    public record OfferedLocation(BigDecimal latitude, BigDecimal longitude) {}

    /**
     * How much there is.
     *
     * @param exact false where the amounts are classes: at least so much, and less than twice as much
     * @param total in all
     * @param free not in use when it was seen
     */
    public record OfferedCapacity(boolean exact, OfferedAmounts total, OfferedAmounts free) {}

    /** Amounts of resources, where they are told. Memory and disk in GiB. */
    public record OfferedAmounts(
            Optional<BigDecimal> vcpu,
            Optional<BigDecimal> memoryGib,
            Optional<BigDecimal> diskGib,
            Optional<Integer> gpus) {}

    /** Graphics processors of one model. */
    public record OfferedGpu(String vendor, String model, int count) {}

    /**
     * An image.
     *
     * @param sha256 of its bytes, in lower case hexadecimal
     * @param format its disk format, as Glance names it
     * @param minimumDiskGib the smallest disk that takes it
     */
    public record OfferedImage(
            String name, Optional<String> sha256, Optional<String> format, Optional<BigDecimal> minimumDiskGib) {}
}

package org.entente.broker.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Technology;

/**
 * Probed facts about a site. What the site did not tell is absent: unknown is never zero and never infinite.
 *
 * @param release what the site calls its version: the highest Nova microversion, or the Kubernetes version
 * @param apis the APIs that it speaks, each with the range of its versions
 * @param flavours the sizes of virtual machine on offer; none on a Kubernetes site
 * @param virtualMachines whether it runs virtual machines: an OpenStack site, or a cluster with KubeVirt
 * @param architectures of its processors, as the site writes them: {@code x86_64}, {@code arm64}
 * @param gpus the graphics processors by vendor and model; an empty list where it is known that there are none
 * @param missing what its account may not do and we would need
 */
public record SiteCapabilities(
        Technology technology,
        String release,
        List<ApiVersions> apis,
        List<Flavour> flavours,
        boolean virtualMachines,
        Capacity capacity,
        Optional<List<String>> architectures,
        Optional<List<Gpu>> gpus,
        Images images,
        Storage storage,
        Networking networking,
        List<MissingPermission> missing) {
    public SiteCapabilities {
        apis = List.copyOf(apis);
        flavours = List.copyOf(flavours);
        architectures = architectures.map(List::copyOf);
        gpus = gpus.map(List::copyOf);
        missing = List.copyOf(missing);
    }

    /** A site of which no more is known than what it runs. */
    public static SiteCapabilities bare(Technology technology, String release) {
        return new SiteCapabilities(
                technology,
                release,
                List.of(),
                List.of(),
                technology == Technology.OPENSTACK,
                Capacity.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Images.UNKNOWN,
                Storage.UNKNOWN,
                Networking.UNKNOWN,
                List.of());
    }

    /** The same site with these flavours and images and this much room. */
    public SiteCapabilities having(List<Flavour> others, Images othersThere, Capacity room) {
        return new SiteCapabilities(
                technology,
                release,
                apis,
                others,
                virtualMachines,
                room,
                architectures,
                gpus,
                othersThere,
                storage,
                networking,
                missing);
    }

    /**
     * The versions of one API that a site speaks: {@code compute 2.1 to 2.93}, or {@code apps v1}.
     *
     * @param name the service type of OpenStack's catalogue, or the API group of Kubernetes
     */
    public record ApiVersions(String name, String lowest, String highest) {}

    /**
     * One size of virtual machine. Memory and disk in GiB.
     *
     * @param gpus graphics processors; zero where the flavour asks for none
     */
    public record Flavour(String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, int gpus) {
        public Flavour(String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib) {
            this(name, vcpu, memoryGib, diskGib, 0);
        }
    }

    /**
     * How much there is.
     *
     * @param total in all
     * @param free not in use by anybody when it was seen
     * @param largest what one virtual machine or one group of containers can have at most: the largest free host
     * @param quota what our account may hold in all
     */
    public record Capacity(Amounts total, Amounts free, Amounts largest, Amounts quota) {
        /** Nothing is known. */
        public static final Capacity UNKNOWN =
                new Capacity(Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN);
    }

    /** Graphics processors of one model. */
    public record Gpu(String vendor, String model, int count) {}

    /**
     * Images of virtual machines.
     *
     * @param formats the disk formats that can be brought in, as Glance names them: {@code qcow2}, {@code raw}
     * @param there the images that can be used now
     */
    public record Images(Optional<List<String>> formats, List<Image> there) {
        /** Nothing is known. */
        public static final Images UNKNOWN = new Images(Optional.empty(), List.of());

        public Images {
            formats = formats.map(List::copyOf);
            there = List.copyOf(there);
        }

        /** Images of which only the names are known. */
        public static Images named(List<String> names) {
            return new Images(
                    Optional.empty(),
                    names.stream()
                            .map(name -> new Image(name, Optional.empty(), Optional.empty(), Optional.empty()))
                            .toList());
        }

        public List<String> names() {
            return there.stream().map(Image::name).distinct().toList();
        }
    }

    /**
     * An image.
     *
     * @param sha256 of its bytes, in lower case hexadecimal
     * @param format its disk format
     * @param minimumDiskGib the smallest disk that takes it
     */
    public record Image(
            String name, Optional<String> sha256, Optional<String> format, Optional<BigDecimal> minimumDiskGib) {}

    /**
     * Where volumes come from.
     *
     * @param types the volume types or storage classes by name; an empty list where it is known that there are none
     * @param preferred the one used where none is named
     */
    public record Storage(Optional<List<String>> types, Optional<String> preferred) {
        /** Nothing is known. */
        public static final Storage UNKNOWN = new Storage(Optional.empty(), Optional.empty());

        public Storage {
            types = types.map(List::copyOf);
        }
    }

    /**
     * How workloads are reached.
     *
     * @param networks those that our account may plug into
     * @param publicAddresses whether an address that the internet reaches can be had
     * @param ingressClasses of a cluster
     */
    public record Networking(
            Optional<List<String>> networks, Optional<Boolean> publicAddresses, Optional<List<String>> ingressClasses) {
        /** Nothing is known. */
        public static final Networking UNKNOWN = new Networking(Optional.empty(), Optional.empty(), Optional.empty());

        public Networking {
            networks = networks.map(List::copyOf);
            ingressClasses = ingressClasses.map(List::copyOf);
        }
    }

    /** Something that our account may not do, in a plain sentence of why it would be needed. */
    public record MissingPermission(String action, String sentence) {}
}

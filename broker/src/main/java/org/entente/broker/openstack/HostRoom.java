package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.broker.site.Amounts;

/**
 * What one host has, and how much of it is left. Memory and disk in GiB.
 *
 * @param host the host's id in Nova and in Placement
 */
record HostRoom(String host, Resource vcpu, Resource memoryGib, Resource diskGib) {
    /** How much of one resource; what was not told is absent. */
    record Resource(Optional<BigDecimal> capacity, Optional<BigDecimal> free) {
        private static final Resource UNKNOWN = new Resource(Optional.empty(), Optional.empty());

        private Resource within(Resource real) {
            return new Resource(
                    capacity,
                    real.capacity().isEmpty()
                            ? free
                            : free.map(left -> left.min(real.capacity().get())));
        }

        /** Less than nothing left is no amount: the host gives out more than it has, and how much more is not told. */
        private static Resource of(BigDecimal capacity, BigDecimal used) {
            BigDecimal free = capacity.subtract(used);
            return new Resource(Optional.of(capacity), Optional.of(free).filter(left -> left.signum() >= 0));
        }
    }

    /** A provider as Placement sums it up: its capacity counts what may be given out beyond what is there. */
    static HostRoom ofProvider(String provider, JsonNode resources) {
        return new HostRoom(
                provider,
                inProvider(resources.path("VCPU"), BigDecimal::valueOf),
                inProvider(resources.path("MEMORY_MB"), HostRoom::gib),
                inProvider(resources.path("DISK_GB"), BigDecimal::valueOf));
    }

    /** A provider by its inventories, of whose use nothing is known. */
    static HostRoom full(String provider, JsonNode inventories) {
        return new HostRoom(
                provider,
                whole(inventories.path("VCPU"), BigDecimal::valueOf),
                whole(inventories.path("MEMORY_MB"), HostRoom::gib),
                whole(inventories.path("DISK_GB"), BigDecimal::valueOf));
    }

    /** A hypervisor as Nova tells it until 2.87. */
    static HostRoom ofHypervisor(JsonNode hypervisor) {
        return new HostRoom(
                hypervisor.path("id").asText(),
                inHypervisor(hypervisor, "vcpus", "vcpus_used", BigDecimal::valueOf),
                inHypervisor(hypervisor, "memory_mb", "memory_mb_used", HostRoom::gib),
                inHypervisor(hypervisor, "local_gb", "local_gb_used", BigDecimal::valueOf));
    }

    /** The same host, of which one server can have no more than what is really there. */
    HostRoom within(HostRoom real) {
        return new HostRoom(
                host, vcpu.within(real.vcpu()), memoryGib.within(real.memoryGib()), diskGib.within(real.diskGib()));
    }

    /** All hosts together; absent as soon as one host does not tell. */
    static Amounts sum(List<HostRoom> hosts, Function<Resource, Optional<BigDecimal>> amount) {
        return amounts(hosts, amount, HostRoom::added);
    }

    /** The most of each resource on any one host. */
    static Amounts largest(List<HostRoom> hosts) {
        return amounts(hosts, Resource::free, HostRoom::greatest);
    }

    private static Amounts amounts(
            List<HostRoom> hosts,
            Function<Resource, Optional<BigDecimal>> amount,
            Function<List<BigDecimal>, Optional<BigDecimal>> together) {
        return new Amounts(
                together(hosts, HostRoom::vcpu, amount, together),
                together(hosts, HostRoom::memoryGib, amount, together),
                together(hosts, HostRoom::diskGib, amount, together),
                Optional.empty());
    }

    private static Optional<BigDecimal> together(
            List<HostRoom> hosts,
            Function<HostRoom, Resource> resource,
            Function<Resource, Optional<BigDecimal>> amount,
            Function<List<BigDecimal>, Optional<BigDecimal>> together) {
        List<BigDecimal> known = hosts.stream()
                .flatMap(host -> amount.apply(resource.apply(host)).stream())
                .toList();
        return known.size() == hosts.size() ? together.apply(known) : Optional.empty();
    }

    private static Optional<BigDecimal> added(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> greatest(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal::max);
    }

    private static Resource inProvider(JsonNode resource, Function<Long, BigDecimal> unit) {
        return resource.path("capacity").isNumber()
                ? Resource.of(
                        unit.apply(resource.path("capacity").asLong()),
                        unit.apply(resource.path("used").asLong()))
                : Resource.UNKNOWN;
    }

    private static Resource whole(JsonNode inventory, Function<Long, BigDecimal> unit) {
        if (!inventory.path("total").isNumber()) {
            return Resource.UNKNOWN;
        }
        long given =
                inventory.path("total").asLong() - inventory.path("reserved").asLong();
        BigDecimal ratio = inventory.path("allocation_ratio").decimalValue();
        BigDecimal capacity = ratio.multiply(BigDecimal.valueOf(given)).setScale(0, RoundingMode.FLOOR);
        return new Resource(Optional.of(unit.apply(capacity.longValue())), Optional.of(BigDecimal.ZERO));
    }

    private static Resource inHypervisor(
            JsonNode hypervisor, String capacity, String used, Function<Long, BigDecimal> unit) {
        return hypervisor.path(capacity).isNumber() && hypervisor.path(used).isNumber()
                ? Resource.of(
                        unit.apply(hypervisor.path(capacity).asLong()),
                        unit.apply(hypervisor.path(used).asLong()))
                : Resource.UNKNOWN;
    }

    /** Exact: a mebibyte is a gibibyte's 1024th, ten decimal places at most. */
    static BigDecimal gib(long mebibytes) {
        BigDecimal gib = BigDecimal.valueOf(mebibytes).divide(BigDecimal.valueOf(1024));
        return gib.scale() > 0 ? gib.stripTrailingZeros() : gib;
    }
}

package org.entente.broker.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload;

/** What one instance runs, with what it holds of the site. */
public sealed interface Workload {
    /** What was ordered, as the order's document says it. */
    OrderedWorkload ordered();

    /** Virtual processors in all. */
    BigDecimal vcpu();

    /** Memory in all, in GiB. */
    BigDecimal memoryGib();

    /** Ephemeral disk in all, in GiB. */
    BigDecimal diskGib();

    /** Graphics processors in all. */
    int gpus();

    /** Persistent volumes in all, in GiB. */
    BigDecimal volumeGib();

    /** Addresses that the internet reaches, in all. */
    int publicAddresses();

    /** The flavour's name at the site; absent where it has none. */
    default Optional<String> flavourName() {
        return switch (this) {
            case VirtualMachine machine -> Optional.of(machine.flavour());
            case ContainerGroup group -> Optional.empty();
        };
    }

    /** One virtual machine; processors, memory, disk and graphics processors are the flavour's own, as probed. */
    record VirtualMachine(
            OrderedWorkload.VirtualMachine ordered, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, int gpus)
            implements Workload {
        /** A machine of a named image, with nothing else asked for. */
        public VirtualMachine(String image, String flavour, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib) {
            this(new OrderedWorkload.VirtualMachine(image, flavour), vcpu, memoryGib, diskGib, 0);
        }

        public ImageSource image() {
            return ordered.image();
        }

        public String flavour() {
            return ordered.flavour();
        }

        @Override
        public BigDecimal volumeGib() {
            return sum(ordered.volumes(), OrderedWorkload.Volume::sizeGib);
        }

        @Override
        public int publicAddresses() {
            return ordered.publicAddress() ? 1 : 0;
        }
    }

    /** Equal groups of containers. */
    record ContainerGroup(OrderedWorkload.ContainerGroup ordered) implements Workload {
        /** Groups of one container each, with nothing else asked for. */
        public ContainerGroup(String image, int replicas, BigDecimal vcpuEach, BigDecimal memoryGibEach) {
            this(new OrderedWorkload.ContainerGroup(image, replicas, vcpuEach, memoryGibEach));
        }

        public int replicas() {
            return ordered.replicas();
        }

        /** Virtual processors of one group. */
        public BigDecimal vcpuEach() {
            return sum(ordered.containers(), OrderedWorkload.Container::vcpu);
        }

        /** Memory of one group, in GiB. */
        public BigDecimal memoryGibEach() {
            return sum(ordered.containers(), OrderedWorkload.Container::memoryGib);
        }

        @Override
        public BigDecimal vcpu() {
            return times(vcpuEach());
        }

        @Override
        public BigDecimal memoryGib() {
            return times(memoryGibEach());
        }

        @Override
        public BigDecimal diskGib() {
            return BigDecimal.ZERO;
        }

        @Override
        public int gpus() {
            return 0;
        }

        /** Groups that are stable have their volumes each; groups that are alike share them. */
        @Override
        public BigDecimal volumeGib() {
            BigDecimal each = sum(ordered.volumes(), OrderedWorkload.Volume::sizeGib);
            return ordered.stable() ? times(each) : each;
        }

        @Override
        public int publicAddresses() {
            return 0;
        }

        private BigDecimal times(BigDecimal each) {
            return each.multiply(BigDecimal.valueOf(ordered.replicas()));
        }
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

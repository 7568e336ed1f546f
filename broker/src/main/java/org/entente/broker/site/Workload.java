package org.entente.broker.site;

import java.math.BigDecimal;
import java.util.Optional;

/** What one instance runs. */
public sealed interface Workload {
    /** Virtual processors in all. */
    BigDecimal vcpu();

    /** Memory in all, in GiB. */
    BigDecimal memoryGib();

    /** Ephemeral disk in all, in GiB. */
    BigDecimal diskGib();

    /** The flavour's name at the site; absent where it has none. */
    default Optional<String> flavourName() {
        return switch (this) {
            case VirtualMachine machine -> Optional.of(machine.flavour());
            case ContainerGroup group -> Optional.empty();
        };
    }

    /**
     * One virtual machine.
     *
     * @param image the image's name at the site
     * @param flavour the flavour's name at the site; the amounts are the flavour's own, as probed
     */
    record VirtualMachine(String image, String flavour, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib)
            implements Workload {}

    /**
     * A group of equal containers.
     *
     * @param image the container image with its tag
     * @param replicas how many, at least one
     * @param vcpuEach virtual processors of one container, for instance 0.25
     * @param memoryGibEach memory of one container in GiB, for instance 0.5
     */
    record ContainerGroup(String image, int replicas, BigDecimal vcpuEach, BigDecimal memoryGibEach)
            implements Workload {
        public ContainerGroup {
            if (replicas < 1) {
                throw new IllegalArgumentException("A container group needs at least one replica, but had " + replicas);
            }
        }

        @Override
        public BigDecimal vcpu() {
            return vcpuEach.multiply(BigDecimal.valueOf(replicas));
        }

        @Override
        public BigDecimal memoryGib() {
            return memoryGibEach.multiply(BigDecimal.valueOf(replicas));
        }

        @Override
        public BigDecimal diskGib() {
            return BigDecimal.ZERO;
        }
    }
}

package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.document.OrderedWorkload.Port;
import org.entente.agreements.document.OrderedWorkload.Volume;

/** What a customer wants to run, before it is known which flavour it is at a site. */
public sealed interface WorkloadWish {
    /** The wish for exactly what a partner ordered. */
    static WorkloadWish of(OrderedWorkload ordered) {
        return switch (ordered) {
            case OrderedWorkload.VirtualMachine machine ->
                new VirtualMachineWish(
                        machine.image(),
                        new Size.Flavour(machine.flavour()),
                        machine.networks(),
                        machine.ports(),
                        machine.volumes(),
                        machine.userData(),
                        machine.sshKey(),
                        machine.publicAddress(),
                        Requirements.NONE);
            case OrderedWorkload.ContainerGroup group -> new ContainerGroupWish(group);
        };
    }

    /** A virtual machine. See {@link OrderedWorkload.VirtualMachine} for its settings. */
    record VirtualMachineWish(
            ImageSource image,
            Size size,
            List<String> networks,
            List<Port> ports,
            List<Volume> volumes,
            Optional<String> userData,
            Optional<String> sshKey,
            boolean publicAddress,
            Requirements requirements)
            implements WorkloadWish {
        /** A machine of a named image and flavour, with nothing else asked for. */
        public VirtualMachineWish(String image, String flavour) {
            this(
                    new ImageSource.Named(image),
                    new Size.Flavour(flavour),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Requirements.NONE);
        }

        public VirtualMachineWish of(Size other) {
            return new VirtualMachineWish(
                    image, other, networks, ports, volumes, userData, sshKey, publicAddress, requirements);
        }

        public VirtualMachineWish from(ImageSource other) {
            return new VirtualMachineWish(
                    other, size, networks, ports, volumes, userData, sshKey, publicAddress, requirements);
        }

        public VirtualMachineWish requiring(Requirements others) {
            return new VirtualMachineWish(
                    image, size, networks, ports, volumes, userData, sshKey, publicAddress, others);
        }

        public VirtualMachineWish with(List<Volume> others) {
            return new VirtualMachineWish(
                    image, size, networks, ports, others, userData, sshKey, publicAddress, requirements);
        }

        public VirtualMachineWish reachedBy(List<String> others, boolean publicly) {
            return new VirtualMachineWish(
                    image, size, others, ports, volumes, userData, sshKey, publicly, requirements);
        }

        /** The order of this wish at a site, once its flavour there is known. */
        OrderedWorkload.VirtualMachine with(String flavour) {
            return new OrderedWorkload.VirtualMachine(
                    image, flavour, networks, ports, volumes, userData, sshKey, publicAddress);
        }
    }

    /** How large a virtual machine is. */
    sealed interface Size {
        /** Of a flavour that the site has by this name. */
        record Flavour(String name) implements Size {}

        /** At least this much; the smallest flavour that has it is taken. Memory and disk in GiB. */
        record AtLeast(BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, int gpus) implements Size {}
    }

    /**
     * What the site must be made of.
     *
     * @param architecture of its processors
     * @param imageFormat of an image that is brought in from elsewhere, as Glance names it
     * @param gpuVendor whose graphics processors it has
     * @param gpuModel which graphics processors it has
     */
    record Requirements(
            Optional<String> architecture,
            Optional<String> imageFormat,
            Optional<String> gpuVendor,
            Optional<String> gpuModel) {
        public static final Requirements NONE =
                new Requirements(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Equal groups of containers. */
    record ContainerGroupWish(OrderedWorkload.ContainerGroup group) implements WorkloadWish {
        /** Groups of one container each, with nothing else asked for. */
        public ContainerGroupWish(String image, int replicas, BigDecimal vcpuEach, BigDecimal memoryGibEach) {
            this(new OrderedWorkload.ContainerGroup(image, replicas, vcpuEach, memoryGibEach));
        }
    }
}

package org.entente.agreements.document;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one ordered instance runs. Sizes in GiB. */
public sealed interface OrderedWorkload {
    /** Persistent volumes, each made empty with the instance and removed with it. */
    List<Volume> volumes();

    /** The ports that must be reachable from outside. Nothing else is. */
    List<Port> ports();

    /**
     * A virtual machine of a flavour that the site has by this name.
     *
     * @param networks the site's networks to plug into by name; none means the project's only one
     * @param userData what cloud-init reads at the first start, as text
     * @param sshKey a public key in OpenSSH's format that may log in
     * @param publicAddress whether it needs an address that the internet reaches
     */
    record VirtualMachine(
            ImageSource image,
            String flavour,
            List<String> networks,
            List<Port> ports,
            List<Volume> volumes,
            Optional<String> userData,
            Optional<String> sshKey,
            boolean publicAddress)
            implements OrderedWorkload {
        public VirtualMachine {
            networks = List.copyOf(networks);
            ports = List.copyOf(ports);
            volumes = List.copyOf(volumes);
            distinct("volumes", volumes.stream().map(Volume::name).toList());
        }

        /** A machine of a named image, with nothing else asked for. */
        public VirtualMachine(String image, String flavour) {
            this(
                    new ImageSource.Named(image),
                    flavour,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
    }

    /**
     * Equal groups of containers that run side by side and share their volumes: one group is a pod.
     *
     * @param replicas how many groups, at least one
     * @param stable whether each group keeps its name and its volumes over restarts (a StatefulSet), or they are alike
     */
    record ContainerGroup(List<Container> containers, int replicas, List<Volume> volumes, boolean stable)
            implements OrderedWorkload {
        public ContainerGroup {
            containers = List.copyOf(containers);
            volumes = List.copyOf(volumes);
            if (containers.isEmpty()) {
                throw new IllegalArgumentException("A container group needs at least one container");
            }
            if (replicas < 1) {
                throw new IllegalArgumentException("A container group needs at least one replica, but had " + replicas);
            }
            distinct("containers", containers.stream().map(Container::name).toList());
            distinct("volumes", volumes.stream().map(Volume::name).toList());
            checkMounts(containers, volumes);
        }

        /** Groups of one container each, with nothing else asked for. */
        public ContainerGroup(String image, int replicas, BigDecimal vcpuEach, BigDecimal memoryGibEach) {
            this(
                    List.of(new Container(
                            "workload", image, vcpuEach, memoryGibEach, List.of(), List.of(), List.of(), List.of())),
                    replicas,
                    List.of(),
                    false);
        }

        @Override
        public List<Port> ports() {
            return containers.stream()
                    .flatMap(container -> container.ports().stream())
                    .toList();
        }

        private static void checkMounts(List<Container> containers, List<Volume> volumes) {
            Set<String> known = new HashSet<>(volumes.stream().map(Volume::name).toList());
            for (Container container : containers) {
                for (Mount mount : container.mounts()) {
                    if (!known.contains(mount.volume())) {
                        throw new IllegalArgumentException("Container " + container.name() + " mounts volume "
                                + mount.volume() + ", which is not there");
                    }
                }
            }
        }
    }

    /**
     * One container of a group.
     *
     * @param image the container image with its tag
     * @param vcpu virtual processors, for instance 0.25
     * @param memoryGib memory in GiB, for instance 0.5
     * @param command what it runs instead of the image's own command; empty for the image's own
     */
    record Container(
            String name,
            String image,
            BigDecimal vcpu,
            BigDecimal memoryGib,
            List<Variable> environment,
            List<Port> ports,
            List<Mount> mounts,
            List<String> command) {
        public Container {
            environment = List.copyOf(environment);
            ports = List.copyOf(ports);
            mounts = List.copyOf(mounts);
            command = List.copyOf(command);
            distinct("variables", environment.stream().map(Variable::name).toList());
            distinct("mounted paths", mounts.stream().map(Mount::path).toList());
        }
    }

    /** One environment variable. */
    record Variable(String name, String value) {}

    /** Where a container sees a volume of its group: an absolute path. */
    record Mount(String volume, String path) {}

    /** A port between 1 and 65535. */
    record Port(int number, Protocol protocol) {
        public Port {
            if (number < 1 || number > 65_535) {
                throw new IllegalArgumentException("A port is between 1 and 65535, but was " + number);
            }
        }
    }

    /** The transport protocol of a port. */
    enum Protocol {
        TCP,
        UDP
    }

    /**
     * A persistent volume.
     *
     * @param type the site's volume type or storage class by name; absent for the site's default
     */
    record Volume(String name, BigDecimal sizeGib, Optional<String> type) {}

    private static void distinct(String what, List<String> names) {
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("The names of " + what + " differ, but were " + names);
        }
    }
}

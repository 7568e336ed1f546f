package org.entente.simulator.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.document.OrderedWorkload.Container;
import org.entente.agreements.document.OrderedWorkload.Mount;
import org.entente.agreements.document.OrderedWorkload.Port;
import org.entente.agreements.document.OrderedWorkload.Protocol;
import org.entente.agreements.document.OrderedWorkload.Variable;
import org.entente.agreements.document.OrderedWorkload.Volume;
import org.entente.broker.site.Workload;

/** Container groups of one small image. */
record Containers(String image) {
    private static final BigDecimal VCPU = new BigDecimal("0.05");
    private static final BigDecimal MEMORY = new BigDecimal("0.015625");

    Workload group(int replicas) {
        return group(replicas, MEMORY);
    }

    Workload group(int replicas, BigDecimal memoryGib) {
        return new Workload.ContainerGroup(image, replicas, VCPU, memoryGib);
    }

    /** A group whose one container runs this instead of the image's own command. */
    Workload running(String... command) {
        Container container = container("workload", List.of(), List.of(), List.of(), List.of(command));
        return group(List.of(container), 1, List.of(), false);
    }

    /** Two containers that see one volume, with environment, and a published port. */
    Workload complete(int replicas, boolean stable, Optional<String> storageClass) {
        Container web = container(
                "web",
                List.of(new Variable("GREETING", "hello")),
                List.of(new Port(8080, Protocol.TCP)),
                List.of(new Mount("data", "/data")),
                List.of());
        Container helper = container("helper", List.of(), List.of(), List.of(new Mount("data", "/data")), List.of());
        return group(List.of(web, helper), replicas, List.of(new Volume("data", BigDecimal.ONE, storageClass)), stable);
    }

    private static Workload group(List<Container> containers, int replicas, List<Volume> volumes, boolean stable) {
        return new Workload.ContainerGroup(new OrderedWorkload.ContainerGroup(containers, replicas, volumes, stable));
    }

    private Container container(
            String name, List<Variable> environment, List<Port> ports, List<Mount> mounts, List<String> command) {
        return new Container(name, image, VCPU, MEMORY, environment, ports, mounts, command);
    }
}

package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.jspecify.annotations.Nullable;

/** What one node that takes new pods has for them, in processors, bytes and pieces. */
record NodeRoom(String name, BigDecimal vcpu, BigDecimal memory, BigDecimal pods) {
    private static final String PODS = "pods";

    /** How much there is on all nodes; of what is free nothing is known where the pods are not. */
    static Capacity capacity(List<Node> nodes, Optional<List<Pod>> pods) {
        List<Node> open = nodes.stream().filter(NodeRoom::takesPods).toList();
        List<NodeRoom> rooms = open.stream().flatMap(node -> of(node).stream()).toList();
        if (rooms.size() != open.size()) {
            return Capacity.UNKNOWN;
        }
        Optional<List<NodeRoom>> free = pods.map(all -> left(rooms, all));
        return new Capacity(
                sum(rooms),
                free.map(NodeRoom::sum).orElse(Amounts.UNKNOWN),
                free.map(NodeRoom::largest).orElse(Amounts.UNKNOWN),
                Amounts.UNKNOWN);
    }

    private static boolean takesPods(Node node) {
        return node.getSpec() == null
                || (!Boolean.TRUE.equals(node.getSpec().getUnschedulable())
                        && node.getSpec().getTaints().stream()
                                .noneMatch(taint -> "NoSchedule".equals(taint.getEffect())
                                        || "NoExecute".equals(taint.getEffect())));
    }

    /** Absent where the node does not tell. */
    private static Optional<NodeRoom> of(Node node) {
        if (node.getStatus() == null) {
            return Optional.empty();
        }
        var allocatable = node.getStatus().getAllocatable();
        return Quantities.amount(allocatable, Quantities.CPU)
                .flatMap(vcpu -> Quantities.amount(allocatable, Quantities.MEMORY)
                        .map(memory -> new NodeRoom(
                                node.getMetadata().getName(),
                                vcpu,
                                memory,
                                Quantities.amount(allocatable, PODS).orElse(BigDecimal.valueOf(Integer.MAX_VALUE)))));
    }

    /** What the pods leave. A node that has no place for one more pod has nothing left. */
    private static List<NodeRoom> left(List<NodeRoom> rooms, List<Pod> pods) {
        Map<String, List<Pod>> byNode = pods.stream()
                .filter(pod -> pod.getSpec() != null && pod.getSpec().getNodeName() != null)
                .collect(Collectors.groupingBy(pod -> pod.getSpec().getNodeName()));
        return rooms.stream()
                .map(room -> room.without(byNode.getOrDefault(room.name(), List.of())))
                .toList();
    }

    private NodeRoom without(List<Pod> there) {
        BigDecimal places = pods.subtract(BigDecimal.valueOf(there.size())).max(BigDecimal.ZERO);
        return places.signum() == 0
                ? new NodeRoom(name, BigDecimal.ZERO, BigDecimal.ZERO, places)
                : new NodeRoom(
                        name,
                        vcpu.subtract(asked(there, Quantities.CPU)).max(BigDecimal.ZERO),
                        memory.subtract(asked(there, Quantities.MEMORY)).max(BigDecimal.ZERO),
                        places);
    }

    private static BigDecimal asked(List<Pod> pods, String resource) {
        return pods.stream().map(pod -> asked(pod, resource)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the scheduler keeps for a pod: its containers together, or what prepares it, if that is more. */
    private static BigDecimal asked(Pod pod, String resource) {
        BigDecimal together = pod.getSpec().getContainers().stream()
                .map(container -> asked(container, resource))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal before = pod.getSpec().getInitContainers().stream()
                .map(container -> asked(container, resource))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal overhead =
                Quantities.amount(pod.getSpec().getOverhead(), resource).orElse(BigDecimal.ZERO);
        return together.max(before).add(overhead);
    }

    private static BigDecimal asked(@Nullable Container container, String resource) {
        return container == null || container.getResources() == null
                ? BigDecimal.ZERO
                : Quantities.amount(container.getResources().getRequests(), resource)
                        .orElse(BigDecimal.ZERO);
    }

    private static Amounts sum(List<NodeRoom> rooms) {
        return amounts(rooms, all -> all.reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Amounts largest(List<NodeRoom> rooms) {
        return amounts(rooms, all -> all.reduce(BigDecimal.ZERO, BigDecimal::max));
    }

    private static Amounts amounts(List<NodeRoom> rooms, Function<Stream<BigDecimal>, BigDecimal> together) {
        return Amounts.of(
                Quantities.plain(together.apply(rooms.stream().map(NodeRoom::vcpu))),
                Quantities.gibOf(together.apply(rooms.stream().map(NodeRoom::memory))));
    }
}

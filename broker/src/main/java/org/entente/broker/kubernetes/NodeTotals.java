package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeList;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;

/** What all nodes that take new pods can give to them. Memory in GiB. */
record NodeTotals(BigDecimal vcpu, BigDecimal memoryGib) {
    private static final long PAGE_SIZE = 500;
    private static final int PAGES_MAX = 20;
    private static final BigDecimal BYTES_PER_GIB = BigDecimal.valueOf(1L << 30);

    /** Absent where the account may not list the nodes, and where one of them does not tell. */
    static Optional<NodeTotals> of(KubernetesClient kubernetes) {
        try {
            return sum(nodes(kubernetes));
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() == 403) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    static Optional<NodeTotals> sum(List<Node> nodes) {
        BigDecimal vcpu = BigDecimal.ZERO;
        BigDecimal memory = BigDecimal.ZERO;
        for (Node node : nodes) {
            if (node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
                continue;
            }
            if (node.getStatus() == null || node.getStatus().getAllocatable() == null) {
                return Optional.empty();
            }
            Quantity nodeVcpu = node.getStatus().getAllocatable().get("cpu");
            Quantity nodeMemory = node.getStatus().getAllocatable().get("memory");
            if (nodeVcpu == null || nodeMemory == null) {
                return Optional.empty();
            }
            vcpu = vcpu.add(nodeVcpu.getNumericalAmount());
            memory = memory.add(nodeMemory.getNumericalAmount());
        }
        return Optional.of(new NodeTotals(plain(vcpu), plain(memory.divide(BYTES_PER_GIB))));
    }

    private static List<Node> nodes(KubernetesClient kubernetes) {
        List<Node> nodes = new ArrayList<>();
        @Nullable String next = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            NodeList list = kubernetes
                    .nodes()
                    .list(new ListOptionsBuilder()
                            .withLimit(PAGE_SIZE)
                            .withContinue(next)
                            .build());
            nodes.addAll(list.getItems());
            next = list.getMetadata().getContinue();
            if (next == null || next.isEmpty()) {
                return nodes;
            }
        }
        throw new SiteException(
                SiteException.Code.BROKEN, "The cluster lists more than " + PAGE_SIZE * PAGES_MAX + " nodes.");
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

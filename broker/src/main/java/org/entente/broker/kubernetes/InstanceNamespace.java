package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.broker.site.Workload;

/**
 * The namespace that an instance has to itself, what can be held in it, and who reaches its pods: they each other, and
 * everybody the ports that were ordered.
 */
final class InstanceNamespace {
    /** Pods that end hold what is theirs until they are gone, while their successors start. */
    private static final BigDecimal WITH_SUCCESSORS = BigDecimal.valueOf(2);

    private InstanceNamespace() {}

    static List<HasMetadata> of(Mark mark, Workload.ContainerGroup group) {
        return List.of(namespace(mark), quota(mark, hard(group)), policy(mark, group.ordered()));
    }

    private static Namespace namespace(Mark mark) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(mark.namespace())
                .withLabels(mark.labels())
                .endMetadata()
                .build();
    }

    static ResourceQuota quota(Mark mark, Map<String, Quantity> hard) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace(mark.namespace())
                .withName(Mark.MANAGER)
                .withLabels(mark.labels())
                .endMetadata()
                .withNewSpec()
                .withHard(hard)
                .endSpec()
                .build();
    }

    static Map<String, Quantity> hard(Workload.ContainerGroup group) {
        OrderedWorkload.ContainerGroup ordered = group.ordered();
        int claims = ordered.volumes().size() * (ordered.stable() ? ordered.replicas() : 1);
        Quantity vcpu = Quantities.vcpu(group.vcpu().multiply(WITH_SUCCESSORS));
        Quantity memory = Quantities.gib(group.memoryGib().multiply(WITH_SUCCESSORS));
        return Map.of(
                "pods", new Quantity(String.valueOf(2L * ordered.replicas())),
                "requests.cpu", vcpu,
                "limits.cpu", vcpu,
                "requests.memory", memory,
                "limits.memory", memory,
                "persistentvolumeclaims", new Quantity(String.valueOf(claims)),
                "requests.storage", Quantities.gib(group.volumeGib()));
    }

    /** The more of both, for as long as an instance is on its way from one size to another. */
    static Map<String, Quantity> most(Map<String, Quantity> one, Map<String, Quantity> other) {
        Map<String, Quantity> most = new HashMap<>(one);
        other.forEach((name, amount) -> most.merge(
                name, amount, (a, b) -> a.getNumericalAmount().compareTo(b.getNumericalAmount()) >= 0 ? a : b));
        return most;
    }

    private static NetworkPolicy policy(Mark mark, OrderedWorkload.ContainerGroup ordered) {
        List<NetworkPolicyIngressRule> allowed = new ArrayList<>();
        allowed.add(new NetworkPolicyIngressRuleBuilder()
                .addNewFrom()
                .withNewPodSelector()
                .endPodSelector()
                .endFrom()
                .build());
        if (!ordered.ports().isEmpty()) {
            allowed.add(new NetworkPolicyIngressRuleBuilder()
                    .withPorts(ordered.ports().stream()
                            .distinct()
                            .map(InstanceNamespace::port)
                            .toList())
                    .build());
        }
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withNamespace(mark.namespace())
                .withName(Mark.MANAGER)
                .withLabels(mark.labels())
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .withIngress(allowed)
                .endSpec()
                .build();
    }

    private static NetworkPolicyPort port(OrderedWorkload.Port port) {
        return new NetworkPolicyPortBuilder()
                .withNewPort(port.number())
                .withProtocol(port.protocol().name())
                .build();
    }
}

package org.entente.broker.openstack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload.Port;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;
import org.openstack4j.api.Builders;
import org.openstack4j.model.network.SecurityGroup;
import org.openstack4j.model.network.SecurityGroupRule;

/** Neutron's groups of what may reach an instance, with the instance's mark from the moment they are made. */
final class SecurityGroups {
    private final OpenStackSession session;

    SecurityGroups(OpenStackSession session) {
        this.session = session;
    }

    List<? extends SecurityGroup> of(InstanceId instance) {
        Map<String, String> filters = Map.of("description", Mark.description(instance));
        return networks().call(client -> client.networking().securitygroup().list(filters)).stream()
                .filter(group -> Mark.inDescription(group.getDescription())
                        .filter(instance::equals)
                        .isPresent())
                .toList();
    }

    /** A group that lets in the ordered ports and nothing else; it is made whole by the next call where one was cut off. */
    String ensure(InstanceId instance, List<Port> ports) {
        Optional<? extends SecurityGroup> there = of(instance).stream().findFirst();
        SecurityGroup group = there.isPresent() ? there.get() : make(instance);
        List<? extends SecurityGroupRule> rules =
                Optional.ofNullable(group.getRules()).orElse(List.of());
        for (Port port : ports) {
            if (rules.stream().noneMatch(rule -> lets(rule, port))) {
                addRule(group.getId(), port);
            }
        }
        return group.getId();
    }

    private SecurityGroup make(InstanceId instance) {
        return networks()
                .call(client -> client.networking()
                        .securitygroup()
                        .create(Builders.securityGroup()
                                .name(Mark.name(instance))
                                .description(Mark.description(instance))
                                .build()));
    }

    private void addRule(String groupId, Port port) {
        networks()
                .attempt(client -> client.networking()
                        .securityrule()
                        .create(Builders.securityGroupRule()
                                .securityGroupId(groupId)
                                .direction("ingress")
                                .ethertype("IPv4")
                                .protocol(protocol(port))
                                .portRangeMin(port.number())
                                .portRangeMax(port.number())
                                .build()))
                .filter(answer -> !isThereAlready(answer))
                .ifPresent(answer -> {
                    throw answer.refusal();
                });
    }

    /** A conflict is a rule of another attempt's, or a used-up quota. */
    private static boolean isThereAlready(Answer refusal) {
        return refusal.isConflict() && refusal.refusal().code() != SiteException.Code.EXHAUSTED;
    }

    private static boolean lets(SecurityGroupRule rule, Port port) {
        return "ingress".equals(rule.getDirection())
                && protocol(port).equals(rule.getProtocol())
                && Objects.equals(rule.getPortRangeMin(), port.number())
                && Objects.equals(rule.getPortRangeMax(), port.number());
    }

    private static String protocol(Port port) {
        return switch (port.protocol()) {
            case TCP -> "tcp";
            case UDP -> "udp";
        };
    }

    private Client networks() {
        return session.service(ServiceType.NETWORK).client();
    }
}

package org.entente.broker.openstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.Workload;
import org.openstack4j.model.storage.block.Volume;

/**
 * What a server needs beside itself: key pair, security group, ports, public address and volumes. All of it is made
 * before the server, so that an instance whose server is there is complete; and removed after it.
 */
final class MachineParts {
    private final Nova nova;
    private final Neutron neutron;
    private final Cinder cinder;

    MachineParts(OpenStackSession session) {
        this.nova = new Nova(session);
        this.neutron = new Neutron(session);
        this.cinder = new Cinder(session);
    }

    /** The networks to plug into, checked before anything is made. */
    List<String> networkIds(Workload.VirtualMachine machine) {
        if (neutron.isThere()) {
            return neutron.networkIds(machine.ordered().networks());
        }
        if (!machine.ordered().networks().isEmpty() || needsPorts(machine)) {
            throw new SiteException(Code.NOT_OFFERED, "The site has no networks.");
        }
        return List.of();
    }

    void ensureKey(InstanceId instance, Workload.VirtualMachine machine) {
        machine.ordered().sshKey().ifPresent(key -> nova.ensureKey(Mark.name(instance), key));
    }

    /** Ports of our own, where ports were ordered or a public address; else Nova makes its own, and removes them. */
    List<String> ensurePorts(InstanceId instance, Workload.VirtualMachine machine, List<String> networkIds) {
        if (!needsPorts(machine)) {
            return List.of();
        }
        if (networkIds.isEmpty()) {
            throw new SiteException(Code.NOT_OFFERED, "The site has no network that ports could be opened on.");
        }
        String group = neutron.ensureSecurityGroup(instance, machine.ordered().ports());
        List<String> ports = networkIds.stream()
                .map(network -> neutron.ensurePort(instance, network, List.of(group)))
                .toList();
        if (machine.ordered().publicAddress()) {
            neutron.ensureFloatingAddress(instance, ports.getFirst());
        }
        return ports;
    }

    List<String> ensureVolumes(InstanceId instance, Workload.VirtualMachine machine) {
        List<OrderedWorkload.Volume> ordered = machine.ordered().volumes();
        if (ordered.isEmpty()) {
            return List.of();
        }
        if (!cinder.isThere()) {
            throw new SiteException(Code.NOT_OFFERED, "The site has no volumes.");
        }
        List<Volume> there = cinder.of(instance);
        List<String> ids = new ArrayList<>();
        ordered.forEach(volume -> ids.add(cinder.ensure(instance, volume, there)));
        return ids;
    }

    /** Removes all that is left once the server is gone; what is still in use is refused, and asked for again. */
    void remove(InstanceId instance) {
        if (neutron.isThere()) {
            for (Neutron.Kind kind : Neutron.Kind.values()) {
                neutron.idsOf(kind, instance).forEach(id -> gone(neutron.attemptDelete(kind, id), kind.member()));
            }
        }
        if (cinder.isThere()) {
            cinder.of(instance).forEach(volume -> gone(cinder.attemptDelete(volume.getId()), "volume"));
        }
        nova.deleteKey(Mark.name(instance));
    }

    /** Nothing to say of what is deleted or was gone before. */
    static void gone(Optional<Answer> refusal, String kind) {
        refusal.filter(answer -> !answer.isMissing()).ifPresent(answer -> {
            if (answer.isConflict() || answer.status() == 400) {
                throw new SiteException(
                        Code.UNREACHABLE,
                        "The site still uses the " + kind.replace('_', ' ') + ": "
                                + answer.refusal().getMessage());
            }
            throw answer.refusal();
        });
    }

    private static boolean needsPorts(Workload.VirtualMachine machine) {
        return !machine.ordered().ports().isEmpty() || machine.ordered().publicAddress();
    }
}

package org.entente.broker.openstack;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteImages;
import org.entente.broker.site.Workload;
import org.openstack4j.model.compute.Action;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.compute.Server.Status;

/**
 * One OpenStack region. A virtual machine is one Nova server with what belongs to it; all of it carries the instance's id
 * as {@link Mark} says, so that a repeat finds it. Nova has no idempotency key: two creations of one instance at the very
 * same moment would make two servers, which {@link #delete} ends both.
 *
 * <p>Each call speaks the newest microversion that both the site and its {@link Feature} know, so that one adapter serves
 * Victoria to Epoxy. Safe for use by several threads.
 */
public final class OpenStackSite implements Site {
    private final OpenStackSession session;
    private final Nova nova;
    private final Glance glance;
    private final MachineParts parts;

    /** Does not call the site. An account that is written in no known way is refused as {@code UNAUTHORIZED}. */
    public OpenStackSite(Endpoint endpoint) {
        this.session = new OpenStackSession(endpoint);
        this.nova = new Nova(session);
        this.glance = new Glance(session);
        this.parts = new MachineParts(session);
    }

    @Override
    public SiteCapabilities probe() {
        return new Probe(session).capabilities();
    }

    @Override
    public void create(InstanceId instance, Workload workload) {
        Workload.VirtualMachine machine = virtualMachine(workload);
        if (!nova.serversOf(instance).isEmpty()) {
            return;
        }
        String flavour = nova.flavourId(machine.flavour());
        String image = glance.idOf(machine.image());
        List<String> networks = parts.networkIds(machine);
        parts.ensureKey(instance, machine);
        List<String> ports = parts.ensurePorts(instance, machine, networks);
        List<String> volumes = parts.ensureVolumes(instance, machine);
        nova.create(new ServerRequest(instance, machine, flavour, image, networks, ports, volumes).model());
    }

    @Override
    public Observation observe(InstanceId instance) {
        return ServerObservation.of(nova.serversOf(instance));
    }

    @Override
    public void stop(InstanceId instance) {
        Server server = nova.onlyServerOf(instance);
        if (server.getStatus() == Status.ACTIVE && nova.taskOf(server).isEmpty()) {
            nova.act(servers -> servers.action(server.getId(), Action.STOP));
        }
    }

    @Override
    public void start(InstanceId instance) {
        Server server = nova.onlyServerOf(instance);
        if (server.getStatus() == Status.SHUTOFF && nova.taskOf(server).isEmpty()) {
            nova.act(servers -> servers.action(server.getId(), Action.START));
        }
    }

    /** Nova keeps the old size until the new one is confirmed, which a later call does. */
    @Override
    public boolean resize(InstanceId instance, Workload workload) {
        String wanted = nova.flavourId(virtualMachine(workload).flavour());
        Server server = nova.onlyServerOf(instance);
        if (nova.taskOf(server).isPresent()) {
            return false;
        }
        if (server.getStatus() == Status.VERIFY_RESIZE) {
            nova.confirmResize(server);
            return false;
        }
        boolean settled = server.getStatus() == Status.ACTIVE || server.getStatus() == Status.SHUTOFF;
        boolean fits = wanted.equals(server.getFlavorId());
        if (settled && !fits) {
            nova.act(servers -> servers.resize(server.getId(), wanted));
        }
        return settled && fits;
    }

    /** While its server is going the rest has to wait; it is removed by the call that finds no server. */
    @Override
    public void delete(InstanceId instance) {
        List<? extends Server> servers = nova.serversOf(instance);
        servers.forEach(server -> nova.delete(server.getId()));
        if (servers.isEmpty() || nova.serversOf(instance).isEmpty()) {
            parts.remove(instance);
        }
    }

    @Override
    public List<MarkedResource> inventory() {
        return new Inventory(session).all();
    }

    @Override
    public void discard(MarkedResource resource) {
        new Inventory(session).discard(resource);
    }

    @Override
    public Optional<SiteImages> images() {
        return Optional.of(new GlanceImages(session));
    }

    @Override
    public Optional<SiteAdministration> administration() {
        return Optional.of(new OpenStackAdministration(session));
    }

    private static Workload.VirtualMachine virtualMachine(Workload workload) {
        return switch (workload) {
            case Workload.VirtualMachine machine -> machine;
            case Workload.ContainerGroup group ->
                throw new SiteException(
                        SiteException.Code.NOT_OFFERED,
                        "An OpenStack site runs virtual machines, not a container group of " + group.replicas()
                                + " replicas.");
        };
    }
}

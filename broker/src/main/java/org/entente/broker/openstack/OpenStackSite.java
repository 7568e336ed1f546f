package org.entente.broker.openstack;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.openstack4j.api.Builders;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.compute.builder.ServerCreateBuilder;

/**
 * One OpenStack region. A virtual machine is one Nova server named {@code entente-ID} with the metadata
 * {@code entente-instance=ID}, so that a repeat finds it. Nova has no idempotency key: two creations of one instance at
 * the very same moment would make two servers, which {@link #delete} ends both.
 *
 * <p>Speaks compute API 2.1 without a later microversion, which Nova serves since Liberty. Safe for use by several threads.
 */
public final class OpenStackSite implements Site {
    private static final String NAME_PREFIX = "entente-";
    private static final String METADATA_KEY = "entente-instance";

    private final OpenStackSession session;
    private final Nova nova = new Nova();
    private final Offering offering = new Offering();

    /** Does not call the site. An account that does not read {@code USER@PROJECT} is refused as {@code UNAUTHORIZED}. */
    public OpenStackSite(Endpoint endpoint) {
        this.session = new OpenStackSession(endpoint);
    }

    @Override
    public SiteCapabilities probe() {
        return session.call(token -> {
            return SiteCapabilities.bare(Technology.OPENSTACK, new NovaVersions().highest())
                    .having(
                            offering.flavours(),
                            SiteCapabilities.Images.named(offering.imageNames()),
                            new SiteCapabilities.Capacity(
                                    nova.totals(), Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN));
        });
    }

    @Override
    public void create(InstanceId instance, Workload workload) {
        Workload.VirtualMachine machine = virtualMachine(workload);
        session.call(token -> {
            if (serversOf(instance).isEmpty()) {
                ServerCreateBuilder server = Builders.server()
                        .name(nameOf(instance))
                        .addMetadata(Map.of(METADATA_KEY, instance.value()))
                        .flavor(offering.flavourId(machine.flavour()))
                        .image(offering.imageId(machine.image().label()));
                offering.networkId(token).ifPresent(network -> server.networks(List.of(network)));
                nova.create(server.build());
            }
            return instance;
        });
    }

    @Override
    public Observation observe(InstanceId instance) {
        return session.call(token -> ServerObservation.of(serversOf(instance)));
    }

    @Override
    public void delete(InstanceId instance) {
        session.call(token -> {
            serversOf(instance).forEach(server -> nova.delete(server.getId()));
            return instance;
        });
    }

    @Override
    public void stop(InstanceId instance) {
        session.call(token -> {
            Server server = onlyServerOf(instance);
            if (server.getStatus() == Server.Status.ACTIVE) {
                nova.act(server.getId(), "{\"os-stop\": null}");
            }
            return instance;
        });
    }

    @Override
    public void start(InstanceId instance) {
        session.call(token -> {
            Server server = onlyServerOf(instance);
            if (server.getStatus() == Server.Status.SHUTOFF) {
                nova.act(server.getId(), "{\"os-start\": null}");
            }
            return instance;
        });
    }

    @Override
    public boolean resize(InstanceId instance, Workload workload) {
        Workload.VirtualMachine machine = virtualMachine(workload);
        return session.call(token -> {
            Server server = onlyServerOf(instance);
            String flavour = offering.flavourId(machine.flavour());
            if (server.getStatus() == Server.Status.VERIFY_RESIZE) {
                nova.act(server.getId(), "{\"confirmResize\": null}");
                return false;
            }
            boolean settled = server.getStatus() == Server.Status.ACTIVE || server.getStatus() == Server.Status.SHUTOFF;
            if (settled && !flavour.equals(server.getFlavor().getId())) {
                nova.act(server.getId(), "{\"resize\": {\"flavorRef\": \"" + flavour + "\"}}");
                return false;
            }
            return settled;
        });
    }

    @Override
    public List<MarkedResource> inventory() {
        return session.call(token -> nova.serversNamedLike(NAME_PREFIX).stream()
                .filter(server ->
                        server.getMetadata() != null && server.getMetadata().containsKey(METADATA_KEY))
                .map(server -> new MarkedResource(
                        "server",
                        server.getId(),
                        server.getName(),
                        new InstanceId(server.getMetadata().get(METADATA_KEY)),
                        Optional.ofNullable(server.getCreated()).map(Date::toInstant)))
                .toList());
    }

    @Override
    public void discard(MarkedResource resource) {
        delete(resource.instance());
    }

    private Server onlyServerOf(InstanceId instance) {
        return serversOf(instance).stream()
                .min(Comparator.comparing(Server::getId))
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.NOT_OFFERED, "The site has no server of the instance " + instance + "."));
    }

    private List<? extends Server> serversOf(InstanceId instance) {
        return nova.serversNamed(nameOf(instance)).stream()
                .filter(server -> server.getMetadata() != null
                        && instance.value().equals(server.getMetadata().get(METADATA_KEY)))
                .toList();
    }

    private static String nameOf(InstanceId instance) {
        return NAME_PREFIX + instance;
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

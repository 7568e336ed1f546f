package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.ApiVersions;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Gpu;
import org.entente.broker.site.SiteCapabilities.Image;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteCapabilities.MissingPermission;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;
import org.entente.broker.site.SiteException;

/** Asks a site everything that it tells of itself. What it does not tell, or does not tell us, stays unknown. */
final class Probe {
    private final OpenStackSession session;
    private final Nova nova;
    private final Glance glance;
    private final Neutron neutron;
    private final Cinder cinder;
    private final List<MissingPermission> missing = new ArrayList<>();

    Probe(OpenStackSession session) {
        this.session = session;
        this.nova = new Nova(session);
        this.glance = new Glance(session);
        this.neutron = new Neutron(session);
        this.cinder = new Cinder(session);
    }

    SiteCapabilities capabilities() {
        List<ApiVersions> apis = apis();
        String release = apis.stream()
                .filter(api -> api.name().equals(ServiceType.COMPUTE.title()))
                .map(ApiVersions::highest)
                .findFirst()
                .orElseThrow(() ->
                        new SiteException(SiteException.Code.BROKEN, "The site's Nova does not tell its version."));
        List<Flavour> flavours = nova.flavours().stream()
                .map(FlavourReading::of)
                .sorted(Comparator.comparing(Flavour::name))
                .toList();
        Hosts hosts = Hosts.seen(session);
        missing.addAll(hosts.missing());
        onlyReads().ifPresent(missing::add);
        return new SiteCapabilities(
                Technology.OPENSTACK,
                release,
                apis,
                flavours,
                true,
                capacity(hosts),
                hosts.architectures(),
                graphicsProcessors(flavours),
                images(),
                storage(),
                networking(),
                missing);
    }

    private List<ApiVersions> apis() {
        return Stream.of(ServiceType.values())
                .flatMap(type -> session.optionalService(type).stream())
                .flatMap(service -> VersionDocument.of(service).advertised().stream())
                .toList();
    }

    private Capacity capacity(Hosts hosts) {
        return new Capacity(
                hosts.rooms()
                        .map(rooms -> HostRoom.sum(rooms, HostRoom.Resource::capacity))
                        .orElse(Amounts.UNKNOWN),
                hosts.rooms()
                        .map(rooms -> HostRoom.sum(rooms, HostRoom.Resource::free))
                        .orElse(Amounts.UNKNOWN),
                hosts.largest(),
                quota());
    }

    /** Minus one says that there is no limit; that is not a number of processors. */
    private Amounts quota() {
        JsonNode limits = nova.limits();
        return new Amounts(
                limit(limits, "maxTotalCores").map(BigDecimal::valueOf),
                limit(limits, "maxTotalRAMSize").map(HostRoom::gib),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Long> limit(JsonNode limits, String name) {
        return Optional.of(limits.path(name))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .filter(value -> value >= 0);
    }

    /** Known to be none where no flavour gives any. Of which vendor and model they are, no API tells. */
    private static Optional<List<Gpu>> graphicsProcessors(List<Flavour> flavours) {
        return flavours.stream().allMatch(flavour -> flavour.gpus() == 0) ? Optional.of(List.of()) : Optional.empty();
    }

    private Images images() {
        List<Image> there = glance.active(Map.of()).stream()
                .filter(image -> image.getName() != null && !image.getName().isBlank())
                .map(image -> new Image(
                        image.getName(),
                        glance.sha256Of(image),
                        Glance.formatOf(image),
                        Optional.ofNullable(image.getMinDisk()).map(BigDecimal::valueOf)))
                .sorted(Comparator.comparing(Image::name))
                .toList();
        return new Images(glance.formats(), there);
    }

    /** A site without Cinder has no volumes, which is known. */
    private Storage storage() {
        return cinder.isThere()
                ? new Storage(Optional.of(cinder.types()), cinder.preferredType())
                : new Storage(Optional.of(List.of()), Optional.empty());
    }

    private Networking networking() {
        if (!neutron.isThere()) {
            return new Networking(Optional.of(List.of()), Optional.of(false), Optional.empty());
        }
        List<String> networks = neutron.internalNetworks(Map.of()).stream()
                .map(network -> Objects.requireNonNullElse(network.getName(), ""))
                .sorted()
                .toList();
        return new Networking(
                Optional.of(networks), Optional.of(!neutron.externalNetworks().isEmpty()), Optional.empty());
    }

    private Optional<MissingPermission> onlyReads() {
        List<String> roles = session.token().roles();
        return !roles.isEmpty() && roles.stream().allMatch("reader"::equals)
                ? Optional.of(new MissingPermission(
                        "role member", "The account may only read in its project, so it could start nothing there."))
                : Optional.empty();
    }
}

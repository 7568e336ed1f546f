package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities.MissingPermission;

/**
 * The hosts of a site, as far as the account may see them: Placement tells in one call what is left on each host that has
 * any room, Nova which hosts there are and of what architecture.
 *
 * @param rooms with what may be given out beyond what is there; absent where neither may be asked
 * @param real what is really there, as hypervisors tell it
 */
record Hosts(
        Optional<List<HostRoom>> rooms,
        Optional<List<HostRoom>> real,
        Optional<List<String>> architectures,
        List<MissingPermission> missing) {
    private static final String WITH_ROOM =
            "/allocation_candidates?resources=VCPU%3A1%2CMEMORY_MB%3A1&required=%21COMPUTE_STATUS_DISABLED&limit=10000";

    static Hosts seen(OpenStackSession session) {
        List<MissingPermission> missing = new ArrayList<>();
        Optional<List<JsonNode>> hypervisors = hypervisors(session, missing);
        Optional<List<HostRoom>> real =
                hypervisors.map(all -> all.stream().map(HostRoom::ofHypervisor).toList());
        Optional<List<HostRoom>> rooms =
                providers(session, hypervisors, missing).or(() -> real).filter(hosts -> !hosts.isEmpty());
        return new Hosts(rooms, real, hypervisors.flatMap(Hosts::architecturesOf), missing);
    }

    /** The most that one server can have: what is left on a host, and no more than the host really has. */
    Amounts largest() {
        return rooms.map(hosts ->
                        HostRoom.largest(hosts.stream().map(this::withinReality).toList()))
                .orElse(Amounts.UNKNOWN);
    }

    private HostRoom withinReality(HostRoom room) {
        return real.orElse(List.of()).stream()
                .filter(host -> host.host().equals(room.host()))
                .findFirst()
                .map(room::within)
                .orElse(room);
    }

    /** Those that take new servers. */
    private static Optional<List<JsonNode>> hypervisors(OpenStackSession session, List<MissingPermission> missing) {
        Service compute = session.service(ServiceType.COMPUTE).at(Feature.HYPERVISORS);
        Answer answer = compute.ask("/os-hypervisors/detail");
        if (answer.isForbidden()) {
            missing.add(new MissingPermission(
                    "os_compute_api:os-hypervisors:list-detail",
                    "The account may not list hypervisors, so the processors' architecture is not known."));
        }
        if (answer.isForbidden() || answer.isMissing()) {
            return Optional.empty();
        }
        return Optional.of(compute.members(answer.json(), "hypervisors").stream()
                .filter(host -> "enabled".equals(host.path("status").asText("enabled"))
                        && "up".equals(host.path("state").asText("up")))
                .toList());
    }

    private static Optional<List<HostRoom>> providers(
            OpenStackSession session, Optional<List<JsonNode>> hypervisors, List<MissingPermission> missing) {
        Optional<Service> placement =
                session.optionalService(ServiceType.PLACEMENT).flatMap(service -> service.speaking(Feature.PROVIDERS));
        if (placement.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = placement.get().ask(WITH_ROOM);
        if (answer.isForbidden()) {
            missing.add(new MissingPermission(
                    "placement:allocation_candidates:list",
                    "The account may not ask Placement, so the room that is left on each host is not known for"
                            + " certain."));
        }
        if (!answer.isSuccess()) {
            return Optional.empty();
        }
        List<HostRoom> rooms = new ArrayList<>();
        answer.json()
                .path("provider_summaries")
                .properties()
                .forEach(summary -> rooms.add(
                        HostRoom.ofProvider(summary.getKey(), summary.getValue().path("resources"))));
        rooms.addAll(full(placement.get(), rooms, hypervisors.orElse(List.of())));
        return Optional.of(rooms.stream()
                .filter(room -> room.vcpu().capacity().isPresent())
                .toList());
    }

    /** Hosts without any room, which Placement names no candidates of, still count among what there is in all. */
    private static List<HostRoom> full(Service placement, List<HostRoom> withRoom, List<JsonNode> hypervisors) {
        Set<String> known = new HashSet<>(withRoom.stream().map(HostRoom::host).toList());
        return hypervisors.stream()
                .map(host -> host.path("id").asText())
                .filter(host -> !known.contains(host))
                .flatMap(host -> inventories(placement, host).stream())
                .toList();
    }

    private static Optional<HostRoom> inventories(Service placement, String provider) {
        Answer answer = placement.ask("/resource_providers/" + Service.encoded(provider) + "/inventories");
        return answer.isSuccess()
                ? Optional.of(HostRoom.full(provider, answer.json().path("inventories")))
                : Optional.empty();
    }

    /** Absent as soon as one host does not tell. */
    private static Optional<List<String>> architecturesOf(List<JsonNode> hypervisors) {
        List<String> told = hypervisors.stream()
                .map(host -> host.at("/cpu_info/arch").asText())
                .filter(architecture -> !architecture.isEmpty())
                .toList();
        return told.isEmpty() || told.size() < hypervisors.size()
                ? Optional.empty()
                : Optional.of(List.copyOf(new TreeSet<>(told)));
    }
}

package org.entente.broker.openstack;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteException;
import org.openstack4j.model.compute.Address;
import org.openstack4j.model.compute.Server;

/** Nova's server states in the broker's words. */
final class ServerObservation {
    private ServerObservation() {}

    /** Of several servers of one instance, the one with the lowest id, so that every call sees the same. */
    static Observation of(List<? extends Server> servers) {
        return servers.stream()
                .min(Comparator.comparing(Server::getId))
                .map(ServerObservation::of)
                .orElseGet(Observation.Absent::new);
    }

    private static Observation of(Server server) {
        if ("deleting".equals(server.getTaskState())) {
            return new Observation.Ending();
        }
        if (server.getStatus() == null) {
            throw unknownState(server);
        }
        return switch (server.getStatus()) {
            case BUILD -> new Observation.Building();
            case ACTIVE,
                    REBUILD,
                    SUSPENDED,
                    PAUSED,
                    RESIZE,
                    VERIFY_RESIZE,
                    REVERT_RESIZE,
                    PASSWORD,
                    REBOOT,
                    HARD_REBOOT,
                    MIGRATING,
                    RESCUE -> new Observation.Running(address(server));
            case STOPPED, SHUTOFF, SHELVED, SHELVED_OFFLOADED -> new Observation.Stopped(address(server));
            case ERROR -> new Observation.Failed(reason(server));
            case DELETED -> new Observation.Absent();
            case UNKNOWN, UNRECOGNIZED -> throw unknownState(server);
        };
    }

    private static SiteException unknownState(Server server) {
        return new SiteException(
                SiteException.Code.BROKEN, "The site does not know the state of the server " + server.getName() + ".");
    }

    private static String reason(Server server) {
        return server.getFault() == null || server.getFault().getMessage() == null
                ? "The site reports an error and gives no reason."
                : server.getFault().getMessage();
    }

    /** A floating address if there is one, as that can be reached from outside; else the first. */
    private static Optional<String> address(Server server) {
        if (server.getAddresses() == null || server.getAddresses().getAddresses() == null) {
            return Optional.empty();
        }
        return server.getAddresses().getAddresses().values().stream()
                .flatMap(Collection::stream)
                .min(Comparator.comparing((Address address) -> !"floating".equals(address.getType())))
                .map(Address::getAddr);
    }
}

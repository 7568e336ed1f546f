package org.entente.broker.openstack;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteException;
import org.openstack4j.model.compute.Address;
import org.openstack4j.model.compute.Addresses;
import org.openstack4j.model.compute.Fault;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.compute.Server.Status;

/** Nova's server states in the broker's words. */
final class ServerObservation {
    private ServerObservation() {}

    /** Of several servers of one instance, the first. */
    static Observation of(List<? extends Server> servers) {
        return servers.stream().findFirst().map(ServerObservation::of).orElseGet(Observation.Absent::new);
    }

    private static Observation of(Server server) {
        if ("deleting".equals(server.getTaskState())) {
            return new Observation.Ending();
        }
        // openstack4j has no word for the status SOFT_DELETED.
        if ("soft-delete".equals(server.getVmState())) {
            return new Observation.Absent();
        }
        return switch (Objects.requireNonNullElse(server.getStatus(), Status.UNRECOGNIZED)) {
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
            case UNKNOWN, UNRECOGNIZED ->
                throw new SiteException(
                        SiteException.Code.BROKEN,
                        "The site does not know the state of the server " + server.getName() + ".");
        };
    }

    private static String reason(Server server) {
        return Optional.ofNullable(server.getFault())
                .map(Fault::getMessage)
                .filter(message -> !message.isEmpty())
                .map(Answer::line)
                .orElse("The site reports an error and gives no reason.");
    }

    /** A floating address if there is one, as that can be reached from outside; else the first. */
    private static Optional<String> address(Server server) {
        return Optional.ofNullable(server.getAddresses()).map(Addresses::getAddresses).stream()
                .flatMap(networks -> networks.values().stream())
                .flatMap(Collection::stream)
                .min(Comparator.comparing(address -> !"floating".equals(address.getType())))
                .map(Address::getAddr);
    }
}

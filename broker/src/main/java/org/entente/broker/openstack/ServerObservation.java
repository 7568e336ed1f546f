package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteException;

/** Nova's server states in the broker's words. */
final class ServerObservation {
    private ServerObservation() {}

    /** Of several servers of one instance, the first. */
    static Observation of(List<JsonNode> servers) {
        return servers.stream().findFirst().map(ServerObservation::of).orElseGet(Observation.Absent::new);
    }

    private static Observation of(JsonNode server) {
        if ("deleting".equals(server.path("OS-EXT-STS:task_state").asText())) {
            return new Observation.Ending();
        }
        return switch (server.path("status").asText()) {
            case "BUILD" -> new Observation.Building();
            case "ACTIVE",
                    "REBUILD",
                    "SUSPENDED",
                    "PAUSED",
                    "RESIZE",
                    "VERIFY_RESIZE",
                    "REVERT_RESIZE",
                    "PASSWORD",
                    "REBOOT",
                    "HARD_REBOOT",
                    "MIGRATING",
                    "RESCUE" -> new Observation.Running(address(server));
            case "STOPPED", "SHUTOFF", "SHELVED", "SHELVED_OFFLOADED" -> new Observation.Stopped(address(server));
            case "ERROR" -> new Observation.Failed(reason(server));
            case "DELETED", "SOFT_DELETED" -> new Observation.Absent();
            default ->
                throw new SiteException(
                        SiteException.Code.BROKEN,
                        "The site does not know the state of the server "
                                + server.path("name").asText() + ".");
        };
    }

    private static String reason(JsonNode server) {
        String message = server.at("/fault/message").asText();
        return message.isEmpty() ? "The site reports an error and gives no reason." : Answer.line(message);
    }

    /** A floating address if there is one, as that can be reached from outside; else the first. */
    private static Optional<String> address(JsonNode server) {
        return StreamSupport.stream(server.path("addresses").spliterator(), false)
                .flatMap(network -> StreamSupport.stream(network.spliterator(), false))
                .min(Comparator.comparing(address ->
                        !"floating".equals(address.path("OS-EXT-IPS:type").asText())))
                .map(address -> address.path("addr").asText());
    }
}

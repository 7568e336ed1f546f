package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server in Nova's form. */
record ServerView(
        String id,
        String name,
        String status,
        @JsonProperty("tenant_id") String projectId,
        @JsonProperty("user_id") String userId,
        Map<String, String> metadata,
        ReferenceView image,
        ReferenceView flavor,
        String created,
        String updated,
        Map<String, List<AddressView>> addresses,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FaultView fault,
        @JsonProperty("OS-EXT-STS:task_state") @Nullable String task,
        @JsonProperty("OS-EXT-STS:vm_state") String machineState) {
    record ReferenceView(String id) {}

    record AddressView(
            int version,
            String addr,
            @JsonProperty("OS-EXT-IPS:type") String type) {}

    record FaultView(int code, String created, String message) {}

    static ServerView of(Cloud cloud, SimulatedServer server, Instant now) {
        CloudShape shape = cloud.shape();
        String status = server.statusAt(now);
        String readyAt = server.readyAt().truncatedTo(ChronoUnit.SECONDS).toString();
        return new ServerView(
                server.id(),
                server.name(),
                status,
                shape.projectId(),
                shape.userId(),
                server.metadata(),
                new ReferenceView(server.image().id()),
                new ReferenceView(server.flavour().id()),
                server.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                readyAt,
                status.equals("BUILD") || status.equals("ERROR")
                        ? Map.of()
                        : Map.of(shape.network().name(), addresses(cloud, server)),
                status.equals("ERROR")
                        ? server.fault()
                                .map(message -> new FaultView(500, readyAt, message))
                                .orElse(null)
                        : null,
                server.taskAt(now).orElse(null),
                status.equals("BUILD") ? "building" : status.toLowerCase(Locale.ROOT));
    }

    private static List<AddressView> addresses(Cloud cloud, SimulatedServer server) {
        return Stream.concat(
                        Stream.of(new AddressView(4, server.address(), "fixed")),
                        cloud.network().floatingAddresses(server.place().portIds()).stream()
                                .map(address -> new AddressView(4, address, "floating")))
                .toList();
    }
}

package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The ports that a Service is given on every node: always the same for the same Service, of the usual range. */
final class NodePorts {
    private static final int FIRST = 30_000;
    private static final int COUNT = 2_768;

    private NodePorts() {}

    static void open(ObjectNode service) {
        if (!service.at("/spec/type").asText().equals("NodePort")) {
            return;
        }
        for (JsonNode port : service.at("/spec/ports")) {
            if (port instanceof ObjectNode open) {
                int hash = (service.at("/metadata/namespace").asText() + "/"
                                + open.path("port").asText())
                        .hashCode();
                open.put("nodePort", FIRST + Math.floorMod(hash, COUNT));
            }
        }
    }
}

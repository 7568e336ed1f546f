package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Workload;

/** The body of {@code POST /servers} for one machine, once all that it refers to is there. */
record ServerRequest(
        InstanceId instance,
        Workload.VirtualMachine machine,
        String flavourId,
        String imageId,
        List<String> networkIds,
        List<String> portIds,
        List<String> volumeIds) {
    ObjectNode json() {
        ObjectNode server = JsonNodeFactory.instance
                .objectNode()
                .put("name", Mark.name(instance))
                .put("flavorRef", flavourId)
                .put("imageRef", imageId);
        server.putObject("metadata").put(Mark.METADATA_KEY, instance.value());
        networks(server);
        machine.ordered()
                .userData()
                .ifPresent(text -> server.put(
                        "user_data", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        machine.ordered().sshKey().ifPresent(key -> server.put("key_name", Mark.name(instance)));
        if (!volumeIds.isEmpty()) {
            volumes(server.putArray("block_device_mapping_v2"));
        }
        return server;
    }

    private void networks(ObjectNode server) {
        if (!portIds.isEmpty()) {
            ArrayNode networks = server.putArray("networks");
            portIds.forEach(port -> networks.addObject().put("port", port));
        } else if (!networkIds.isEmpty()) {
            ArrayNode networks = server.putArray("networks");
            networkIds.forEach(network -> networks.addObject().put("uuid", network));
        }
    }

    /** The image first, on the flavour's own disk; then the volumes, which outlive the server until we remove them. */
    private void volumes(ArrayNode devices) {
        devices.addObject()
                .put("boot_index", 0)
                .put("uuid", imageId)
                .put("source_type", "image")
                .put("destination_type", "local")
                .put("delete_on_termination", true);
        volumeIds.forEach(volume -> devices.addObject()
                .put("boot_index", -1)
                .put("uuid", volume)
                .put("source_type", "volume")
                .put("destination_type", "volume")
                .put("delete_on_termination", false));
    }
}

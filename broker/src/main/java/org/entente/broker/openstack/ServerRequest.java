package org.entente.broker.openstack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Workload;
import org.openstack4j.api.Builders;
import org.openstack4j.model.compute.BDMDestType;
import org.openstack4j.model.compute.BDMSourceType;
import org.openstack4j.model.compute.ServerCreate;
import org.openstack4j.model.compute.builder.ServerCreateBuilder;

/** The body of {@code POST /servers} for one machine, once all that it refers to is there. */
record ServerRequest(
        InstanceId instance,
        Workload.VirtualMachine machine,
        String flavourId,
        String imageId,
        List<String> networkIds,
        List<String> portIds,
        List<String> volumeIds) {
    ServerCreate model() {
        ServerCreateBuilder server = Builders.server()
                .name(Mark.name(instance))
                .flavor(flavourId)
                .image(imageId)
                .addMetadata(Map.of(Mark.METADATA_KEY, instance.value()));
        if (portIds.isEmpty()) {
            server.networks(networkIds);
        } else {
            portIds.forEach(server::addNetworkPort);
        }
        machine.ordered()
                .userData()
                .ifPresent(text ->
                        server.userData(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        machine.ordered().sshKey().ifPresent(key -> server.keypairName(Mark.name(instance)));
        if (!volumeIds.isEmpty()) {
            volumes(server);
        }
        return server.build();
    }

    /** The image first, on the flavour's own disk; then the volumes, which outlive the server until we remove them. */
    private void volumes(ServerCreateBuilder server) {
        server.blockDevice(Builders.blockDeviceMapping()
                .bootIndex(0)
                .uuid(imageId)
                .sourceType(BDMSourceType.IMAGE)
                .destinationType(BDMDestType.LOCAL)
                .deleteOnTermination(true)
                .build());
        volumeIds.forEach(volume -> server.blockDevice(Builders.blockDeviceMapping()
                .bootIndex(-1)
                .uuid(volume)
                .sourceType(BDMSourceType.VOLUME)
                .destinationType(BDMDestType.VOLUME)
                .deleteOnTermination(false)
                .build()));
    }
}

package org.entente.broker.openstack;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.openstack4j.api.Builders;
import org.openstack4j.model.storage.block.Volume;
import org.openstack4j.model.storage.block.VolumeType;
import org.openstack4j.model.storage.block.builder.VolumeBuilder;

/** The calls to Cinder v3. A volume is known by its instance's id and its own name in its metadata. */
final class Cinder {
    private static final String VOLUME_KEY = "entente-volume";

    private final OpenStackSession session;

    Cinder(OpenStackSession session) {
        this.session = session;
    }

    boolean isThere() {
        return session.optionalService(ServiceType.VOLUME).isPresent();
    }

    /** The volumes of an instance. */
    List<Volume> of(InstanceId instance) {
        return marked().stream()
                .filter(volume -> Mark.inMetadata(volume.getMetaData())
                        .filter(instance::equals)
                        .isPresent())
                .toList();
    }

    List<Volume> marked() {
        return volumes()
                .client()
                .<Volume>pages((client, page) -> client.blockStorage().volumes().list(page), Volume::getId)
                .stream()
                .filter(volume -> Mark.inMetadata(volume.getMetaData()).isPresent())
                .toList();
    }

    /** A volume that can be attached. One that the site still makes is waited for by asking again. */
    String ensure(InstanceId instance, OrderedWorkload.Volume ordered, List<Volume> there) {
        Volume volume = there.stream()
                .filter(one -> ordered.name().equals(one.getMetaData().get(VOLUME_KEY)))
                .findFirst()
                .orElseGet(() -> make(instance, ordered));
        return switch (Objects.requireNonNullElse(volume.getStatus(), Volume.Status.UNRECOGNIZED)) {
            case AVAILABLE, IN_USE -> volume.getId();
            case ERROR ->
                throw new SiteException(Code.EXHAUSTED, "The site could not make the volume " + ordered.name() + ".");
            // Among them "reserved", which openstack4j does not know: on its way to a server, and soon in use.
            default ->
                throw new SiteException(
                        Code.UNREACHABLE, "The site still makes the volume " + ordered.name() + "; it is asked again.");
        };
    }

    /** The answer with which the site refused to delete it, if it did. */
    Optional<Answer> attemptDelete(String id) {
        return volumes()
                .client()
                .attempt(client -> client.blockStorage().volumes().delete(Service.encoded(id)));
    }

    List<String> types() {
        return volumes().client().call(client -> client.blockStorage().volumes().listVolumeTypes()).stream()
                .map(VolumeType::getName)
                .toList();
    }

    /** The type used where none is named, which openstack4j has no call for. */
    Optional<String> preferredType() {
        Answer answer = volumes().ask("/types/default");
        return answer.isSuccess()
                ? Optional.of(answer.json().at("/volume_type/name").asText()).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private Volume make(InstanceId instance, OrderedWorkload.Volume ordered) {
        VolumeBuilder volume = Builders.volume()
                .name(Mark.name(instance) + "-" + ordered.name())
                .size(ordered.sizeGib().setScale(0, RoundingMode.CEILING).intValueExact())
                .metadata(Map.of(Mark.METADATA_KEY, instance.value(), VOLUME_KEY, ordered.name()));
        ordered.type().ifPresent(volume::volumeType);
        return volumes().client().call(client -> client.blockStorage().volumes().create(volume.build()));
    }

    private Service volumes() {
        return session.optionalService(ServiceType.VOLUME)
                .orElseThrow(() -> new SiteException(Code.NOT_OFFERED, "The site has no volumes."))
                .at(Feature.VOLUMES);
    }
}

package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

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
    List<JsonNode> of(InstanceId instance) {
        return marked().stream()
                .filter(volume ->
                        Mark.inMetadata(volume).filter(instance::equals).isPresent())
                .toList();
    }

    List<JsonNode> marked() {
        return volumes().pages("/volumes/detail", "volumes").stream()
                .filter(volume -> Mark.inMetadata(volume).isPresent())
                .toList();
    }

    /** A volume that can be attached. One that the site still makes is waited for by asking again. */
    String ensure(InstanceId instance, OrderedWorkload.Volume ordered, List<JsonNode> there) {
        JsonNode volume = there.stream()
                .filter(one ->
                        ordered.name().equals(one.at("/metadata/" + VOLUME_KEY).asText()))
                .findFirst()
                .orElseGet(() -> make(instance, ordered));
        return switch (volume.path("status").asText()) {
            case "available", "reserved", "in-use" -> volume.path("id").asText();
            case "error" ->
                throw new SiteException(Code.EXHAUSTED, "The site could not make the volume " + ordered.name() + ".");
            default ->
                throw new SiteException(
                        Code.UNREACHABLE, "The site still makes the volume " + ordered.name() + "; it is asked again.");
        };
    }

    Answer attemptDelete(String id) {
        return volumes().attemptDelete("/volumes/" + Service.encoded(id));
    }

    /** The types by name, and the one used where none is named. */
    List<String> types() {
        return volumes().list("/types", "volume_types").stream()
                .map(type -> type.path("name").asText())
                .toList();
    }

    Optional<String> preferredType() {
        Answer answer = volumes().ask("/types/default");
        return answer.isSuccess()
                ? Optional.of(answer.json().at("/volume_type/name").asText()).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private JsonNode make(InstanceId instance, OrderedWorkload.Volume ordered) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode volume = body.putObject("volume")
                .put("name", Mark.name(instance) + "-" + ordered.name())
                .put("size", ordered.sizeGib().setScale(0, RoundingMode.CEILING).intValueExact());
        ordered.type().ifPresent(type -> volume.put("volume_type", type));
        volume.putObject("metadata").put(Mark.METADATA_KEY, instance.value()).put(VOLUME_KEY, ordered.name());
        return volumes().post("/volumes", body).json().path("volume");
    }

    private Service volumes() {
        return session.optionalService(ServiceType.VOLUME)
                .orElseThrow(() -> new SiteException(Code.NOT_OFFERED, "The site has no volumes."))
                .at(Feature.VOLUMES);
    }
}

package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;

/**
 * How what we made is known again: its name is {@code entente-ID}, and it tells the instance's id in its metadata, or in
 * its description where it has no metadata. A key pair has nothing but a name.
 */
final class Mark {
    static final String METADATA_KEY = "entente-instance";
    private static final String NAME_PREFIX = "entente-";
    private static final String DESCRIPTION_PREFIX = METADATA_KEY + "=";

    private Mark() {}

    static String name(InstanceId instance) {
        return NAME_PREFIX + instance;
    }

    static String description(InstanceId instance) {
        return DESCRIPTION_PREFIX + instance;
    }

    static Optional<InstanceId> inMetadata(JsonNode resource) {
        return known(resource.path("metadata").path(METADATA_KEY).asText());
    }

    static Optional<InstanceId> inDescription(JsonNode resource) {
        return after(DESCRIPTION_PREFIX, resource.path("description").asText());
    }

    static Optional<InstanceId> inName(JsonNode resource) {
        return after(NAME_PREFIX, resource.path("name").asText());
    }

    private static Optional<InstanceId> after(String prefix, String text) {
        return text.startsWith(prefix) ? known(text.substring(prefix.length())) : Optional.empty();
    }

    private static Optional<InstanceId> known(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new InstanceId(id));
    }
}

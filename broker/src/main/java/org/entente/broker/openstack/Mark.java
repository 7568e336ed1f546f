package org.entente.broker.openstack;

import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.jspecify.annotations.Nullable;

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

    static Optional<InstanceId> inMetadata(@Nullable Map<String, String> metadata) {
        return Optional.ofNullable(metadata).flatMap(all -> known(all.getOrDefault(METADATA_KEY, "")));
    }

    static Optional<InstanceId> inDescription(@Nullable String description) {
        return after(DESCRIPTION_PREFIX, description);
    }

    static Optional<InstanceId> inName(@Nullable String name) {
        return after(NAME_PREFIX, name);
    }

    private static Optional<InstanceId> after(String prefix, @Nullable String text) {
        return text != null && text.startsWith(prefix) ? known(text.substring(prefix.length())) : Optional.empty();
    }

    private static Optional<InstanceId> known(@Nullable String id) {
        return id == null || id.isEmpty() ? Optional.empty() : Optional.of(new InstanceId(id));
    }
}

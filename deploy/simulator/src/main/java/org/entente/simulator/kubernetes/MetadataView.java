package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The metadata of an object that has no more than a name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MetadataView(String name, @Nullable String creationTimestamp) {
    /** Times in Kubernetes have whole seconds. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
